package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryDigestTest {
    private static final String A = "sha256:" + "a".repeat(64);
    private static final String B = "sha256:" + "b".repeat(64);

    @ParameterizedTest
    @CsvSource({
        "golang:1.23, golang",
        "golang, golang",
        "golang:1.23, docker.io/library/golang",
        "docker.io/library/golang:1.23, golang",
        "docker.io/bitnami/golang:1, bitnami/golang",
        "localhost:5000/golang:1.23, localhost:5000/golang",
        "localhost:5000/golang, localhost:5000/golang"
    })
    void theOneOfItsOwnRepositoryIsIt(String name, String repository) {
        assertThat(RegistryDigest.of(name, List.of("example/mirror@" + B, repository + "@" + A)))
                .contains(A);
    }

    @Test
    void anImageThatIsNamedByItsDigestHasThat() {
        assertThat(RegistryDigest.of("golang:1.23@" + A, List.of("golang@" + A)))
                .contains(A);
        assertThat(RegistryDigest.of("golang@" + A, List.of("golang@" + A))).contains(A);
    }

    @ParameterizedTest
    @CsvSource({"golang:1.23, bitnami/golang", "localhost:5000/golang, golang", "localhost:5000/golang, localhost"})
    void anotherRepositorysIsNot(String name, String repository) {
        assertThat(RegistryDigest.of(name, List.of(repository + "@" + A))).isEmpty();
    }

    @Test
    void whatWasNeverPulledHasNone() {
        assertThat(RegistryDigest.of("golang:1.23", List.of())).isEmpty();
        assertThat(RegistryDigest.of("golang:1.23", List.of("golang", "golang@", "golang@sha256:a")))
                .isEmpty();
    }
}
