package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {
    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "docker.io/library/golang:1.23, golang:1.23",
        "index.docker.io/library/golang:1.23, golang:1.23",
        "docker.io/docker/dockerfile:1, docker/dockerfile:1",
        "docker.io/library/a/b:1, library/a/b:1",
        "golang:1.23, golang:1.23",
        "alpine, alpine",
        "registry.example/distroless/static-debian12:nonroot, registry.example/distroless/static-debian12:nonroot",
        "localhost:5000/a/b_c__d-e.f:V1.0-x, localhost:5000/a/b_c__d-e.f:V1.0-x",
        "localhost/hello, localhost/hello",
        "docker.io/my.org/x:1, docker.io/my.org/x:1"
    })
    void isFamiliarAsOnePullsIt(String reference, String familiar) {
        assertThat(ImageName.familiar(reference)).contains(familiar);
    }

    @Test
    void keepsItsDigestForAPullAndDropsItForReadingWhereThereIsATag() {
        assertThat(ImageName.familiar("docker.io/library/alpine:3.20" + DIGEST)).contains("alpine:3.20" + DIGEST);
        assertThat(ImageName.written("docker.io/library/alpine:3.20" + DIGEST)).contains("alpine:3.20");
        assertThat(ImageName.written("docker.io/library/alpine" + DIGEST)).contains("alpine" + DIGEST);
        assertThat(ImageName.written("localhost:5000/alpine" + DIGEST)).contains("localhost:5000/alpine" + DIGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-rf",
                "--help",
                "Alpine:3.20",
                "alpine:",
                "alpine:a b",
                "alpine:3.20;reboot",
                "$BASE",
                "../x",
                "/alpine",
                "a//b",
                "a..b",
                "a___b",
                "alpine@sha256:0",
                "alpine:3.20\n",
                "alpine\u0000",
                "docker://alpine",
                "alpine:éa"
            })
    void whatIsNoReferenceIsNotGivenOut(String text) {
        assertThat(ImageName.familiar(text)).isEmpty();
    }

    @Test
    void aTagOrANameThatIsTooLongIsNone() {
        assertThat(ImageName.familiar("a:" + "x".repeat(128))).isPresent();
        assertThat(ImageName.familiar("a:" + "x".repeat(129))).isEmpty();
        assertThat(ImageName.familiar("a".repeat(401))).isEmpty();
    }

    @Test
    void noTextMakesItSlow() {
        for (String hostile : List.of("a-".repeat(199) + "!", "a.".repeat(199) + "!", "a/".repeat(199) + "!")) {
            assertThat(ImageName.familiar(hostile)).isEmpty();
        }
    }

    @Test
    void withoutATagTheLatestIsMeant() {
        assertThat(ImageName.tagged("docker.io/library/alpine")).contains("alpine:latest");
        assertThat(ImageName.tagged("alpine:latest")).contains("alpine:latest");
        assertThat(ImageName.tagged("registry.example:5000/x")).contains("registry.example:5000/x:latest");
        assertThat(ImageName.tagged("alpine@sha256:" + "0".repeat(64))).contains("alpine@sha256:" + "0".repeat(64));
        assertThat(ImageName.tagged("$BASE")).isEmpty();
    }

    @Test
    void tellsWhetherARegistryIsNamed() {
        assertThat(ImageName.namesRegistry("registry.example/x:1")).isTrue();
        assertThat(ImageName.namesRegistry("localhost/x:1")).isTrue();
        assertThat(ImageName.namesRegistry("x:1")).isFalse();
        assertThat(ImageName.namesRegistry("docker/x:1.2")).isFalse();
    }
}
