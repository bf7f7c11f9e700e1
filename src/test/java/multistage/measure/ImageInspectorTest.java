package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageInspectorTest {
    @ParameterizedTest
    @CsvSource({
        "golang:1.23,                   golang,                   true",
        "golang:1.23@sha256:aa,         golang,                   true",
        "golang:1.23,                   docker.io/library/golang, true",
        "localhost:5000/golang:1.23,    localhost:5000/golang,    true",
        "golang:1.23,                   bitnami/golang,           false",
    })
    void aDigestIsTheImagesWhereItsRepositoryIs(String name, String repository, boolean own) {
        assertThat(ImageInspector.registryDigest(
                        name, List.of("mirror/golang@sha256:bb", "golang", repository + "@sha256:aa")))
                .isEqualTo(own ? Optional.of("sha256:aa") : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "golang:1.23,                   true",
        "docker.io/library/golang:1.23, true",
        "example/naive:latest,          false",
    })
    void aStandInIsKnownByItsLabelAndItsName(String name, boolean standIn) {
        assertThat(ImageInspector.isStandIn(name, Map.of("multistage.stand-in", "golang:1.23")))
                .isEqualTo(standIn);
        assertThat(ImageInspector.isStandIn(name, null)).isFalse();
    }
}
