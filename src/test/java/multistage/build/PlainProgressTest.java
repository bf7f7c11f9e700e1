package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import multistage.build.BuildKitTrace.Log;
import multistage.build.BuildKitTrace.Status;
import multistage.build.BuildKitTrace.Vertex;
import multistage.build.BuildKitTrace.Warning;
import org.junit.jupiter.api.Test;

class PlainProgressTest {
    private final List<String> lines = new ArrayList<>();
    private final PlainProgress progress = new PlainProgress(lines::add);

    @Test
    void aStepIsNamedWhenItBeginsAndSaysHowLongItTook() {
        show(announced("a", "[2/2] RUN make"));
        assertThat(lines).isEmpty();

        show(running("a", "[2/2] RUN make"));
        assertThat(lines).containsExactly("#1 [2/2] RUN make");

        show(done("a", "[2/2] RUN make", 2.1));
        assertThat(lines).containsExactly("#1 [2/2] RUN make", "#1 DONE 2.1s");
    }

    @Test
    void theStepUnderWayIsTheLastThatBeganAndHasNotEnded() {
        assertThat(progress.stepUnderWay()).isEmpty();

        show(running("a", "[1/3] RUN make"), running("b", "[2/3] RUN yes"), announced("c", "[3/3] RUN true"));
        assertThat(progress.stepUnderWay()).contains("[2/3] RUN yes");

        show(done("b", "[2/3] RUN yes", 1));
        assertThat(progress.stepUnderWay()).contains("[1/3] RUN make");

        show(done("a", "[1/3] RUN make", 2));
        assertThat(progress.stepUnderWay()).isEmpty();
    }

    @Test
    void stepsAreNumberedInTheOrderInWhichTheyBegin() {
        show(announced("a", "A"), announced("b", "B"));
        show(running("b", "B"));
        show(running("a", "A"), cached("c", "C"));

        assertThat(lines).containsExactly("#1 B", "#2 A", "#3 C", "#3 CACHED");
    }

    @Test
    void outputIsTimedFromTheBeginningOfItsStep() {
        show(running("a", "A"));
        show(log("a", 0.342, "one\ntw"), log("a", 12.5, "o\n"), log("a", 123.45, "three\n"));

        assertThat(lines).containsExactly("#1 A", "#1 0.342 one", "#1 12.50 two", "#1 123.5 three");
    }

    @Test
    void whatAStepPrintedComesBeforeItsEnd() {
        progress.show(new BuildKitTrace(
                List.of(done("a", "A", 1)), List.of(), List.of(log("a", 0.5, "last words")), List.of()));

        assertThat(lines).containsExactly("#1 A", "#1 0.500 last words", "#1 DONE 1.0s");
    }

    @Test
    void outputWithoutALineBreakIsToldAtTheEndOfAll() {
        show(running("a", "A"));
        show(log("a", 1, "Password: "));
        progress.finish();

        assertThat(lines).containsExactly("#1 A", "#1 1.000 Password: ");
    }

    @Test
    void outputOfStepsAtTheSameTimeKeepsItsLines() {
        show(running("a", "A"), running("b", "B"));
        show(log("a", 1, "a"), log("b", 1, "b"), log("a", 1, "A\n"), log("b", 1, "B\n"));

        assertThat(lines).containsExactly("#1 A", "#2 B", "#1 1.000 aA", "#2 1.000 bB");
    }

    @Test
    void anEndThatIsToldAgainIsPrintedOnce() {
        show(done("a", "A", 1));
        show(done("a", "A", 1), announced("a", "A"));

        assertThat(lines).containsExactly("#1 A", "#1 DONE 1.0s");
    }

    @Test
    void aStepThatGoesOnAfterItsEndSaysHowLongItTookInAll() {
        show(done("a", "A", 1));
        show(new Vertex("a", "A", false, at(10), Optional.empty(), ""));
        show(log("a", 11, "more\n"));
        show(new Vertex("a", "A", false, at(10), at(12.5), ""));

        assertThat(lines).containsExactly("#1 A", "#1 DONE 1.0s", "#1 1.000 more", "#1 DONE 3.5s");
    }

    @Test
    void partsAreToldWhenTheyBeginNowAndThenAndWhenTheyAreDone() {
        show(running("a", "A"));
        for (int second = 0; second < 7; second++) {
            show(new Status("layer", "a", 1_000_000L * second, 8_000_000, at(second), at(0), Optional.empty()));
        }
        show(new Status("layer", "a", 8_000_000, 8_000_000, at(8), at(0), at(8)));
        show(new Status("context:", "a", 1_840, 0, at(8), at(8), at(8)));

        assertThat(lines)
                .containsExactly(
                        "#1 A",
                        "#1 layer 0 B / 8.00 MB",
                        "#1 layer 5.00 MB / 8.00 MB",
                        "#1 layer 8.00 MB / 8.00 MB 8.0s done",
                        "#1 context: 1.84 kB done");
    }

    @Test
    void adviceIsPrinted() {
        show(running("a", "A"));
        progress.show(new BuildKitTrace(List.of(), List.of(), List.of(), List.of(new Warning("a", "casing"))));

        assertThat(lines).containsExactly("#1 A", "#1 WARN: casing");
    }

    @Test
    void whatIsSaidOfAStepThatNobodyAnnouncedIsIgnored() {
        show(log("nobody", 1, "hello\n"));

        assertThat(lines).isEmpty();
    }

    @Test
    void theFirstStepThatFailsByItselfIsTheFailedOne() {
        show(running("a", "[a 2/2] RUN sleep 9"), running("b", "[b 2/2] RUN false"));
        show(
                failed("a", "[a 2/2] RUN sleep 9", "exit code: 137: context canceled: context canceled"),
                failed("b", "[b 2/2] RUN false", "exit code: 1"),
                failed("c", "[c 2/2] RUN later", "exit code: 2"));

        assertThat(lines)
                .containsExactly(
                        "#1 [a 2/2] RUN sleep 9",
                        "#2 [b 2/2] RUN false",
                        "#1 CANCELED",
                        "#2 ERROR: exit code: 1",
                        "#3 [c 2/2] RUN later",
                        "#3 ERROR: exit code: 2");
        assertThat(progress.failedStep()).contains("[b 2/2] RUN false");
    }

    @Test
    void nothingFailedWhereNothingFailed() {
        show(done("a", "A", 1));

        assertThat(progress.failedStep()).isEmpty();
    }

    @Test
    void basesAreNamedAsInTheDockerfile() {
        String digest = "@sha256:" + "0".repeat(64);
        show(
                announced("a", "[builder 1/4] FROM docker.io/library/golang:1.23" + digest),
                announced("b", "[stage-1  1/12] FROM registry.example/distroless/static" + digest),
                announced("c", "[linux/amd64 x 1/2] FROM docker.io/library/golang:1.23"),
                announced("d", "FROM docker.io/library/busybox:1.36"),
                announced("e", "[internal] load metadata for docker.io/library/alpine:3.20"),
                announced("f", "[builder 2/4] RUN echo FROM evil:1"));

        assertThat(progress.bases()).containsExactly("golang:1.23", "registry.example/distroless/static" + digest);
    }

    @Test
    void aBuildIsCachedWhenEveryStepOfTheDockerfileIs() {
        show(
                done("a", "[internal] load remote build context", 0),
                done("b", "[builder 1/3] FROM docker.io/library/golang:1.23", 0),
                done("c", "exporting to image", 0),
                announced("d", "[unused 2/2] RUN true"),
                cached("e", "[builder 2/3] WORKDIR /app"));
        assertThat(progress.cached()).isTrue();

        show(done("f", "[builder 3/3] RUN true", 0));
        assertThat(progress.cached()).isFalse();

        show(cached("f", "[builder 3/3] RUN true"));
        assertThat(progress.cached()).isTrue();
    }

    @Test
    void endlessOutputIsCutAndTheEndStillTold() {
        show(running("a", "A"));
        String many = "x\n".repeat(5_000);
        IntStream.range(0, 5).forEach(i -> show(log("a", 1, many)));
        show(failed("a", "A", "too chatty"));

        assertThat(lines)
                .hasSize(BoundedLog.MOST_LINES + 2)
                .endsWith(
                        "#1 1.000 x",
                        "(more than 20000 lines: the rest of the output is left out)",
                        "#1 ERROR: too chatty");
    }

    @Test
    void endlessEndsAreCutToo() {
        for (int i = 0; i < 25_000; i++) {
            show(i % 2 == 0 ? cached("a", "A") : done("a", "A", 1));
        }

        assertThat(lines).hasSizeBetween(BoundedLog.MOST_LINES, BoundedLog.MOST_LINES + 2_000);
    }

    @Test
    void stepsBeyondAThousandAreLeftOut() {
        for (int i = 0; i < 3_000; i++) {
            show(running("step" + i, "RUN " + i));
        }

        assertThat(lines)
                .hasSize(1_001)
                .endsWith("#1000 RUN 999", "(more than 1000 steps: those that follow are left out)");
    }

    @Test
    void aStepWhoseDigestIsNoneIsLeftOut() {
        show(running("x".repeat(201), "A"));

        assertThat(lines).isEmpty();
    }

    @Test
    void namesAndErrorsAreCleanedAndCut() {
        show(failed("a", "RUN \u001b[31mred\n" + "x".repeat(100_000), "no\u0007\ngood"));

        assertThat(lines).hasSize(2).last().isEqualTo("#1 ERROR: no good");
        assertThat(lines.get(0)).startsWith("#1 RUN red xxx").hasSizeLessThan(5_000);
        assertThat(progress.failedStep().orElseThrow()).hasSize(16_000);
    }

    private void show(Vertex... vertices) {
        progress.show(new BuildKitTrace(List.of(vertices), List.of(), List.of(), List.of()));
    }

    private void show(Log... logs) {
        progress.show(new BuildKitTrace(List.of(), List.of(), List.of(logs), List.of()));
    }

    private void show(Status status) {
        progress.show(new BuildKitTrace(List.of(), List.of(status), List.of(), List.of()));
    }

    private static Vertex announced(String digest, String name) {
        return new Vertex(digest, name, false, Optional.empty(), Optional.empty(), "");
    }

    private static Vertex running(String digest, String name) {
        return new Vertex(digest, name, false, at(0), Optional.empty(), "");
    }

    private static Vertex done(String digest, String name, double seconds) {
        return new Vertex(digest, name, false, at(0), at(seconds), "");
    }

    private static Vertex cached(String digest, String name) {
        return new Vertex(digest, name, true, at(0), at(0), "");
    }

    private static Vertex failed(String digest, String name, String error) {
        return new Vertex(digest, name, false, at(0), at(1), error);
    }

    private static Log log(String digest, double seconds, String text) {
        return new Log(digest, at(seconds), ByteString.copyFromUtf8(text));
    }

    private static Optional<Instant> at(double seconds) {
        return Optional.of(Instant.ofEpochSecond(1_800_000_000).plusMillis(Math.round(seconds * 1000)));
    }
}
