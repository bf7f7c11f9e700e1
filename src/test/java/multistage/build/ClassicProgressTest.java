package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassicProgressTest {
    private final List<String> lines = new ArrayList<>();
    private final ClassicProgress progress = new ClassicProgress(lines::add);

    @Test
    void piecesBecomeLines() {
        progress.add("Step 1/2 : FROM golang:1.23");
        progress.add("\n");
        progress.add(" ---> e35679124345\nStep 2/2 : RUN \u001b[1mx");
        progress.finish();

        assertThat(lines).containsExactly("Step 1/2 : FROM golang:1.23", " ---> e35679124345", "Step 2/2 : RUN x");
    }

    @Test
    void podmansBasesAreTheImagesThatAreNoStages() {
        progress.add("""
                [1/4] STEP 1/2: FROM --platform=linux/amd64 docker.io/library/golang:1.23 AS Builder
                [2/4] STEP 1/1: FROM builder AS tested
                [3/4] STEP 1/1: FROM scratch AS nothing
                [4/4] STEP 1/3: from alpine:3.20
                [4/4] STEP 2/3: COPY --from=busybox:1.36 /bin/busybox /
                [4/4] STEP 3/3: RUN echo FROM evil:1
                """);

        assertThat(progress.bases()).containsExactly("golang:1.23", "alpine:3.20");
    }

    @Test
    void theStepUnderWayIsTheLastThatIsNamed() {
        assertThat(progress.stepUnderWay()).isEmpty();

        progress.add("STEP 1/3: FROM golang:1.23\nSTEP 2/3: RUN yes\ny\n");
        assertThat(progress.stepUnderWay()).contains("STEP 2/3: RUN yes");
    }

    @Test
    void aBaseThatIsNoReferenceIsNotNamed() {
        progress.add("STEP 1/2: FROM ${BASE}\nSTEP 1/1: FROM -rf\n");

        assertThat(progress.bases()).isEmpty();
    }

    @Test
    void podmansBuildIsCachedWhenEveryStepUsedTheCache() {
        progress.add("""
                STEP 1/3: FROM golang:1.23
                STEP 2/3: WORKDIR /app
                --> Using cache 3c4b5d6e7f80
                --> 3c4b5d6e7f80
                STEP 3/3: RUN true
                """);
        assertThat(progress.cached()).isFalse();

        progress.add("--> Using cache 3c4b5d6e7f81\nCOMMIT x\n");
        assertThat(progress.cached()).isTrue();
    }

    @Test
    void oneStepThatDidNotUseTheCacheIsEnough() {
        progress.add("""
                STEP 1/3: FROM golang:1.23
                STEP 2/3: WORKDIR /app
                --> 3c4b5d6e7f80
                STEP 3/3: RUN true
                --> Using cache 3c4b5d6e7f81
                """);

        assertThat(progress.cached()).isFalse();
    }

    @Test
    void argumentsBeforeTheFirstStageAndLabelsNeedNoCache() {
        progress.add("""
                Step 1/3 : ARG GO=1.23
                Step 2/3 : FROM golang:1.23
                Step 3/3 : LABEL session=1
                 ---> Running in da09dd15a28a
                """);

        assertThat(progress.cached()).isTrue();
    }

    @Test
    void theStepUnderWayIsTheOneThatFailed() {
        progress.add("STEP 1/2: FROM golang:1.23\nSTEP 2/2: RUN false\nno luck");
        progress.fail();

        assertThat(lines).endsWith("STEP 2/2: RUN false", "no luck");
        assertThat(progress.failedStep()).contains("STEP 2/2: RUN false");
    }

    @Test
    void aFailureBeforeTheFirstStepIsNoStepsFailure() {
        progress.fail();

        assertThat(progress.failedStep()).isEmpty();
    }

    @Test
    void onlyTheEndOfTheLogSaysThatAnImageWasBuilt() {
        progress.add("Successfully built 0123456789ab\n");
        assertThat(progress.built()).contains("0123456789ab");

        progress.add("more output\n");
        assertThat(progress.built()).isEmpty();

        progress.add("Successfully built 0123456789ac\nSuccessfully tagged x:latest\n");
        assertThat(progress.built()).contains("0123456789ac");
    }

    @Test
    void endlessOutputIsCut() {
        String many = "x\n".repeat(5_000);
        for (int i = 0; i < 10; i++) {
            progress.add(many);
        }

        assertThat(lines)
                .hasSize(BoundedLog.MOST_LINES + 1)
                .endsWith("(more than 20000 lines: the rest of the output is left out)");
    }

    @Test
    void aFromWithAThousandOptionsIsReadAllTheSame() {
        progress.add("STEP 1/1: FROM " + "--a ".repeat(900) + "golang:1.23\n");

        assertThat(progress.bases()).containsExactly("golang:1.23");
    }
}
