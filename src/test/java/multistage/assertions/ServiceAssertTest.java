package multistage.assertions;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.assertions.fixtures.Failing.messageOf;
import static multistage.facts.fixtures.Changes.answering;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.ended;
import static multistage.facts.fixtures.Changes.neverAnswering;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.BODY;
import static multistage.facts.fixtures.ExampleFacts.multiService;
import static multistage.facts.fixtures.ExampleFacts.naiveService;
import static multistage.facts.fixtures.ExampleFacts.response;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import multistage.facts.Message;
import multistage.facts.Probe;
import multistage.facts.Response;
import multistage.facts.Service;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServiceAssertTest {
    @Nested
    class AnswersStatusAndBody {
        @Test
        void passesForStatusAndBody() {
            assertThat(naiveService()).answers(200, BODY);
        }

        @Test
        void failsForAnotherStatus() {
            messageOf(() -> assertThat(changed(naiveService(), answering(response(404, "404 page not found\n"))))
                            .answers(200, BODY))
                    .isEqualTo("the naive image's service should answer with status 200,"
                            + " but it answered with status 404: \"404 page not found\\n\"");
        }

        @Test
        void failsForAnotherStatusWithTheRightBody() {
            messageOf(() -> assertThat(changed(naiveService(), answering(response(500, BODY))))
                            .answers(200, BODY))
                    .contains("but it answered with status 500:");
        }

        @Test
        void failsForAnotherBody() {
            messageOf(() -> assertThat(changed(naiveService(), answering(response(200, BODY.strip()))))
                            .answers(200, BODY))
                    .isEqualTo("the naive image's service should answer"
                            + " \"Hello World from Go in minimal Docker container\\n\","
                            + " but it answered \"Hello World from Go in minimal Docker container\"");
        }

        @Test
        void failsForABodyThatGoesOnUnread() {
            Response endless = changed(response(200, BODY), with("truncated", true));

            messageOf(() -> assertThat(changed(naiveService(), answering(endless)))
                            .answers(200, BODY))
                    .endsWith("but it answered \"Hello World from Go in minimal Docker container\\n\","
                            + " which had not ended by then");
        }

        @Test
        void failsWithTheLogWhenItStillRunsSilently() {
            messageOf(() -> assertThat(changed(naiveService(), neverAnswering()))
                            .answers(200, BODY))
                    .isEqualTo("the naive image's service should answer with status 200,"
                            + " but it never answered within 30 s and is still running\n"
                            + "It printed:\n"
                            + "  | Started, serving at 8080");
        }

        @Test
        void failsWithWhyItNeverAnsweredAndItsExitCode() {
            Service service = changed(
                    naiveService(),
                    neverAnswering(),
                    ended(2, "panic: ListenAndServe", "\t/app/main.go:14"),
                    with("readyAfter", Duration.ofMillis(412)),
                    with("trouble", Optional.of(Message.verbatim("port 80 needs root"))));

            messageOf(() -> assertThat(service).answers(200, BODY))
                    .isEqualTo("the naive image's service should answer with status 200,"
                            + " but it never answered within 0.412 s and ended with exit code 2: port 80 needs root\n"
                            + "It printed:\n"
                            + "  | panic: ListenAndServe\n"
                            + "  |     /app/main.go:14");
        }

        @Test
        void failsWhenItEndedNobodyKnowsHow() {
            messageOf(() -> assertThat(changed(
                                    naiveService(), neverAnswering(), with("running", false), with("log", List.of())))
                            .answers(200, BODY))
                    .endsWith("but it never answered within 30 s and ended\nIt printed nothing.");
        }
    }

    @Nested
    class GoesOnServing {
        private static final Duration SECOND = Duration.ofSeconds(1);

        @Test
        void passesDownToThatTime() {
            assertThat(naiveService()).goesOnServing(SECOND);
            assertThat(changed(naiveService(), with("between", SECOND))).goesOnServing(SECOND);
        }

        @Test
        void failsWhenItWasAskedAgainTooEarly() {
            messageOf(() -> assertThat(changed(naiveService(), with("between", SECOND.minusNanos(1))))
                            .goesOnServing(SECOND))
                    .isEqualTo("the naive image's service should go on serving for at least 1 s,"
                            + " but it was last asked only 0.999 s after its first answer");
        }

        @Test
        void failsWithoutALaterAnswer() {
            messageOf(() -> assertThat(changed(naiveService(), with("laterAnswer", Optional.empty()), ended(0, "bye")))
                            .goesOnServing(SECOND))
                    .isEqualTo("the naive image's service should go on serving for at least 1 s,"
                            + " but it did not answer again and ended with exit code 0\n"
                            + "It printed:\n"
                            + "  | bye");
        }

        @Test
        void failsForALaterAnswerWithAnotherStatusOrBody() {
            messageOf(() -> assertThat(changed(naiveService(), with("laterAnswer", Optional.of(response(503, BODY)))))
                            .goesOnServing(SECOND))
                    .contains("but 1.4 s after its first answer it answered with status 503, \"Hello")
                    .endsWith("container\\n\", having answered with status 200,"
                            + " \"Hello World from Go in minimal Docker container\\n\"");
            messageOf(() -> assertThat(changed(naiveService(), with("laterAnswer", Optional.of(response(200, "2\n")))))
                            .goesOnServing(SECOND))
                    .contains("it answered with status 200, \"2\\n\", having answered with status 200, \"Hello");
        }

        @Test
        void failsWhenItEndedThereafter() {
            messageOf(() -> assertThat(changed(naiveService(), ended(1))).goesOnServing(SECOND))
                    .isEqualTo("the naive image's service should go on serving for at least 1 s,"
                            + " but it ended with exit code 1 after its last answer\n"
                            + "It printed nothing.");
        }

        @Test
        void failsWhenItNeverAnswered() {
            messageOf(() -> assertThat(changed(naiveService(), neverAnswering()))
                            .goesOnServing(SECOND))
                    .startsWith("the naive image's service should go on serving for at least 1 s,"
                            + " but it never answered within 30 s and is still running\n");
        }
    }

    @Nested
    class ServesTheSame {
        @Test
        void passesForTheSameAnswerAtAnotherTime() {
            assertThat(multiService())
                    .servesTheSameAs(changed(naiveService(), withHeader("date", "Mon, 02 Nov 2026 12:00:00 GMT")));
        }

        @Test
        void failsForAnotherStatusAndBody() {
            messageOf(() -> assertThat(multiService())
                            .servesTheSameAs(changed(naiveService(), answering(response(404, "no\n")))))
                    .isEqualTo("the multi-stage image's service should serve the same as the naive image's service,"
                            + " but they differ in status, body and header content-length:\n"
                            + "  | status: 200 instead of 404\n"
                            + "  | body: \"Hello World from Go in minimal Docker container\\n\" instead of \"no\\n\"\n"
                            + "  | header content-length: \"48\" instead of \"3\"");
        }

        @Test
        void failsForAnotherHeader() {
            messageOf(() -> assertThat(multiService())
                            .servesTheSameAs(changed(naiveService(), withHeader("server", "nginx"))))
                    .endsWith("but they differ in header server:\n  | header server: none instead of \"nginx\"");
            messageOf(() -> assertThat(changed(naiveService(), withHeader("server", "nginx")))
                            .servesTheSameAs(multiService()))
                    .endsWith("but they differ in header server:\n  | header server: \"nginx\" instead of none");
        }

        @Test
        void failsWhenOneBodyGoesOnUnread() {
            messageOf(() -> assertThat(multiService())
                            .servesTheSameAs(changed(
                                    naiveService(), answering(changed(response(200, BODY), with("truncated", true))))))
                    .contains("but they differ in body:\n")
                    .endsWith(", which had not ended by then");
        }

        @Test
        void showsWhereLongBodiesDiffer() {
            String start = "x".repeat(1000);

            messageOf(() -> assertThat(changed(naiveService(), answering(response(200, start + "a"))))
                            .servesTheSameAs(changed(naiveService(), answering(response(200, start + "b")))))
                    .endsWith("\n  | body: (after 980 characters) \"xxxxxxxxxxxxxxxxxxxxa\""
                            + " instead of (after 980 characters) \"xxxxxxxxxxxxxxxxxxxxb\"");
        }

        @Test
        void failsWhenEitherNeverAnswered() {
            messageOf(() -> assertThat(multiService()).servesTheSameAs(changed(naiveService(), neverAnswering())))
                    .startsWith("the naive image's service should answer like the multi-stage image's service,"
                            + " but it never answered within 30 s");
            messageOf(() -> assertThat(changed(naiveService(), neverAnswering()))
                            .servesTheSameAs(multiService()))
                    .startsWith("the naive image's service should serve the same as the multi-stage image's service,"
                            + " but it never answered within 30 s");
        }

        private UnaryOperator<Service> withHeader(String name, String value) {
            Map<String, String> headers = new HashMap<>(response(200, BODY).headers());
            headers.put(name, value);
            return answering(changed(response(200, BODY), with("headers", headers)));
        }
    }

    @Nested
    class CanRun {
        @Test
        void passesWhenEachWasTriedAndRan() {
            assertThat(naiveService()).canRun("a Go toolchain", "a C compiler", "git", "a shell");
        }

        @Test
        void passesWhenOneOfSeveralCommandsRan() {
            assertThat(probed(new Probe("a shell", "bash", false, "no"), new Probe("a shell", "sh", true, "")))
                    .canRun("a shell");
        }

        @Test
        void failsWithWhyNoneOfItsCommandsRan() {
            messageOf(() -> assertThat(multiService()).canRun("a shell"))
                    .isEqualTo("the multi-stage image's container should be able to run a shell,"
                            + " but it could not run a shell\n"
                            + "  | sh -c echo sh runs: exec: \"sh\": executable file not found in $PATH\n"
                            + "  | bash -c echo bash runs: exec: \"bash\": executable file not found in $PATH\n"
                            + "  | busybox sh -c echo busybox runs:"
                            + " exec: \"busybox\": executable file not found in $PATH");
        }

        @Test
        void failsForWhatWasNeverTried() {
            messageOf(() -> assertThat(naiveService()).canRun("git", "a package manager"))
                    .isEqualTo("the naive image's container should be able to run git and a package manager,"
                            + " but it was never tried with a package manager");
        }

        @Test
        void tellsTheTwoApart() {
            messageOf(() -> assertThat(probed(new Probe("git", "git", false, "")))
                            .canRun("git", "a shell"))
                    .endsWith("but it could not run git and was never tried with a shell\n  | git: no output");
        }
    }

    @Nested
    class CannotRun {
        @Test
        void passesWhenItWasTriedInVain() {
            assertThat(multiService()).cannotRun("a shell");
        }

        @Test
        void failsWhenOneOfSeveralCommandsRan() {
            messageOf(() -> assertThat(probed(
                                    new Probe("a shell", "sh -c true", false, "not found"),
                                    new Probe("a shell", "busybox", true, "BusyBox v1.37.0")))
                            .cannotRun("a shell"))
                    .isEqualTo("the naive image's container should not be able to run a shell,"
                            + " but it ran busybox\n"
                            + "  | busybox: BusyBox v1.37.0");
        }

        @Test
        void failsWhenItWasNeverTried() {
            messageOf(() -> assertThat(probed(new Probe("git", "git", false, "")))
                            .cannotRun("a shell"))
                    .isEqualTo("the naive image's container should not be able to run a shell,"
                            + " but that was never tried");
        }
    }

    @Nested
    class PrintsOnStart {
        @Test
        void passesForAnyOfItsLines() {
            assertThat(changed(naiveService(), with("log", List.of("hello", "Started", "ready"))))
                    .printsOnStart("Started");
        }

        @Test
        void failsForAPartOfALine() {
            messageOf(() -> assertThat(multiService()).printsOnStart("Started"))
                    .isEqualTo("the multi-stage image's service should print \"Started\", but did not\n"
                            + "It printed:\n"
                            + "  | Started, serving at 8080");
        }
    }

    private static Service probed(Probe... probes) {
        return changed(naiveService(), with("probes", List.of(probes)));
    }
}
