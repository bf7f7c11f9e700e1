package multistage.assertions;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.assertions.fixtures.Failing.messageOf;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.ExampleFacts.good;

import multistage.facts.BuildFacts;
import org.junit.jupiter.api.Test;

class BuildAssertTest {
    @Test
    void passesForABuildThatGaveAnImage() {
        assertThat(good().naive().build()).succeeded();
    }

    @Test
    void failsWithAllThatWentWrong() {
        String failure = "the naive image does not build: Dockerfile-naive, line 3: RUN go build\n"
                + "exit code: 1\n"
                + "the last lines of its log, target/logs/docker/naive.log:\n"
                + "  main.go:3:1: 100% wrong";

        messageOf(() -> assertThat(failed(failure)).succeeded()).isEqualTo(failure);
    }

    @Test
    void neitherCutsNorObeysWhatABuildPrinted() {
        messageOf(() -> assertThat(failed("\033[31m" + "x".repeat(5000))).succeeded())
                .isEqualTo("\\u001b[31m" + "x".repeat(5000));
    }

    private static BuildFacts failed(String failure) {
        return changed(good(), naive(notBuilt(failure))).naive().build();
    }
}
