package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import multistage.facts.Message;
import multistage.facts.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the one who wrote a Dockerfile reads of its failure. */
class BuildFailureTest {
    private static final Dockerfile DOCKERFILE = Dockerfile.of("""
            ARG V
            FROM golang:$V AS builder
            COPY <<EOF main.go
            package main
            var x = y
            EOF
            RUN go build ./main.go
            RUN --mount=type=secret,id=x,required make
            FROM alpine
            COPY nothere /
            COPY --from=builder /helo /hello
            COPY --from=bilder /hello /hello
            COPY --from=Bilder /hello /hello
            COPY --from=7 /hello /hello
            COPY --from=busybox /bin/sh /sh
            FROM localhost:5000/x
            """);

    private BuildLog log;

    @BeforeEach
    void open(@TempDir Path folder) {
        log = new BuildLog(
                folder.resolve("multi.log"), "multi", new PrintStream(OutputStream.nullOutputStream()), false);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatTheFailedStepPrintedIsDirectlyBelowTheInstruction() {
        log.text(
                "STEP 1/3: FROM golang\nfirst\nSTEP 3/3: RUN go build ./main.go\n# example/main\n./main.go:2:9: undefined: y\n");

        assertThat(told("exit status 1").lines().toList())
                .startsWith(
                        "the multi-stage image does not build: Dockerfile-multi, line 7: RUN go build ./main.go",
                        "  ./main.go:2:9: undefined: y",
                        "line 2 of main.go is line 5 of Dockerfile-multi",
                        "exit status 1")
                .last()
                .asString()
                .contains("target/multi.log");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "failed to parse stage name \"golang:\": invalid reference | 2 | the ARG V has no value there",
                "failed to parse stage name \"Bilder\": invalid reference | 13 | Bilder is no stage of Dockerfile-multi, which names builder",
                "invalid stage index 7 | 14 | 7 is no stage of Dockerfile-multi",
                "dockerfile parse error on line 8: unknown instruction | 8 | unknown instruction",
                "STEP COPY nothere /: copier: stat: \"/nothere\": no such file or directory | 10 | there is no nothere in the demo's folder",
                "STEP COPY --from=builder /helo /hello: failed to calculate checksum of ref x::y: \"/helo\": not found | 11 | there is no helo in what it copies from",
                "STEP RUN --mount=type=secret,id=x,required make: no active sessions | 8 | this line requires one"
            })
    void aFailureNamesItsLineAndItsCause(String words, int line, String cause) {
        if (words.startsWith("STEP ")) {
            log.text("STEP 1/1: " + words.substring("STEP ".length(), words.indexOf(": ")) + "\n");
        }
        BuildFailure failure = failure(words, Optional.empty());

        assertThat(failure.line()).contains(line);
        assertThat(failure.told().english()).contains("Dockerfile-multi, line " + line + ": ", cause);
        assertThat(failure.outside()).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "alpine:latest | dial tcp: no such host | 9 | true | the registry is not in reach",
                "busybox:latest | toomanyrequests | 15 | true | rate limit is reached",
                "alpine:latest | manifest unknown | 9 | false | there is no such image",
                "bilder:latest | dial tcp: no such host | 12 | false | bilder is no stage of Dockerfile-multi, which names builder",
                "localhost:5000/x | connection refused | 16 | false | the registry is not in reach"
            })
    void anImageThatIsNotToBeHadIsNotAlwaysTheStudentsDoing(
            String image, String words, int line, boolean outside, String cause) {
        BuildFailure failure = failure("not found", Optional.of(Pull.failure(image, words)));

        assertThat(failure.line()).contains(line);
        assertThat(failure.outside()).isEqualTo(outside);
        // a misspelt stage is followed by no advice on networks
        assertThat(failure.told().english())
                .contains(cause)
                .satisfies(told -> assertThat(cause.contains("is no stage")).isNotEqualTo(told.contains("What to do")));
    }

    @Test
    void aFullDiskIsSaidFirst() {
        log.text("STEP 1/1: RUN go build ./main.go\nwrite /tmp/x: no space left on device\n");
        BuildFailure failure = failure("exit status 1", Optional.empty());

        assertThat(failure.outside()).isTrue();
        assertThat(failure.told().english())
                .startsWith("the multi-stage image cannot be built: the engine's disk is full\n");
    }

    private String told(String words) {
        return failure(words, Optional.empty()).told().english();
    }

    private BuildFailure failure(String words, Optional<Pull.Failure> notPulled) {
        log.error(words);
        return BuildFailure.of(
                Message.verbatim(words), notPulled, Variant.MULTI, DOCKERFILE, log, Path.of("target", "multi.log"));
    }
}
