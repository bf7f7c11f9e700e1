package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnresolvedImageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alpine:3.20: failed to resolve source metadata for docker.io/library/alpine:3.20: no active sessions | alpine:3.20",
                "failed to solve with frontend dockerfile.v0: failed to solve with frontend gateway.v0: failed to resolve source metadata for docker.io/docker/dockerfile:1: no active sessions | docker/dockerfile:1",
                "failed to resolve source metadata for registry.example/a/b:1: unexpected status | registry.example/a/b:1",
                "creating build container: short-name \"hello:1\" did not resolve to an alias and no unqualified-search registries are defined in \"/etc/containers/registries.conf\" | hello:1",
                "creating build container: initializing source docker://foobase:latest: reading manifest latest in docker.io/library/foobase: requested access to the resource is denied | foobase:latest",
                "unable to copy from source docker://alpine:9: initializing source docker://alpine:9: reading manifest 9 in docker.io/library/alpine: manifest unknown | alpine:9",
                "COPY --from=busybox:1.36: no stage or image found with that name | busybox:1.36",
                "building at STEP \"RUN --mount=type=bind,from=busybox:1.36 true\": mount from=busybox:1.36: no stage or image found with that name | busybox:1.36",
                "creating build container: alpine:3.20: image not known | alpine:3.20",
                "manifest for alpine:9 not found: manifest unknown: manifest unknown | alpine:9",
                "pull access denied for hello, repository does not exist or may require 'docker login': denied | hello",
                "failed to resolve reference \"docker.io/library/hello:1\": docker.io/library/hello:1: not found | hello:1",
                "repository hello not found: name unknown | hello",
                "No such image: alpine:3.20 | alpine:3.20",
                "invalid from flag value busybox:1.36: Get \"https://registry.example.org/v2/\": no such host | busybox:1.36"
            })
    void readsTheImageInEachBuildersWords(String error, String image) {
        assertThat(UnresolvedImage.in(error)).contains(image);
    }

    @Test
    void ofManyRegistriesThatPodmanTriedDockerHubIsMeant() {
        String error = """
                creating build container: 2 errors occurred while pulling:
                 * initializing source docker://registry.example.org/tool:latest: reading manifest: manifest unknown
                 * initializing source docker://tool:latest: reading manifest: access to the resource is denied
                """;

        assertThat(UnresolvedImage.in(error)).contains("tool:latest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STEP 1/4: FROM alpine AS b | short-name resolution enforced but cannot prompt without a TTY | alpine",
                "[2/2] STEP 1/4: FROM --platform=linux/arm64 a/b:1 | manifest unknown | a/b:1",
                "Step 1/2 : FROM hello:1.5 | pull access denied for hello, repository does not exist | hello:1.5"
            })
    void aFromThatFailsNamesItsImage(String step, String error, String image) {
        assertThat(UnresolvedImage.in(error, Optional.of(step))).contains(image);
    }

    @Test
    void aFromThatNamesAVariableLeavesItToTheError() {
        String step = "Step 2/3 : FROM $BASE";

        assertThat(UnresolvedImage.in("manifest for alpine:9 not found: manifest unknown", Optional.of(step)))
                .contains("alpine:9");
        assertThat(UnresolvedImage.in("no such host", Optional.of(step))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dockerfile parse error on line 2: unknown instruction: RUNN",
                "failed to compute cache key: failed to calculate checksum of ref x: \"/nothing\": not found",
                "failed to resolve source metadata for --help: x",
                "failed to resolve source metadata for $(reboot): x",
                "process \"/bin/sh -c echo failed to resolve source metadata for evil:1; false\" did not complete successfully: exit code: 1",
                "process \"/bin/sh -c echo initializing source docker://evil:1 \" did not complete successfully: exit code: 137: context canceled",
                "The command '/bin/sh -c echo No such image: evil:1; false' returned a non-zero code: 1",
                "building at STEP \"RUN echo short-name \"evil:1\" did not resolve; false\": while running runtime: exit status 1"
            })
    void whatIsAboutNoImageNamesNone(String error) {
        assertThat(UnresolvedImage.in(error)).isEmpty();
    }

    @Test
    void aCommandThatFailsIsNotAboutTheImageOfItsStage() {
        String step = "Step 1/2 : FROM hello:1.5";

        assertThat(UnresolvedImage.in("returned a non-zero code: 1", Optional.of(step)))
                .isEmpty();
    }

    @Test
    void aBookForAnErrorIsReadToSomePage() {
        String error = "from=".repeat(10_000) + "failed to resolve source metadata for alpine:3.20: x";

        assertThat(UnresolvedImage.in(error)).isEmpty();
    }
}
