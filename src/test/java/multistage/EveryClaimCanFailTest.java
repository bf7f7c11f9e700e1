package multistage;

import static multistage.facts.Bytes.MB;
import static multistage.facts.fixtures.Changes.answering;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.ended;
import static multistage.facts.fixtures.Changes.executable;
import static multistage.facts.fixtures.Changes.holding;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.neverAnswering;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.readOnlyService;
import static multistage.facts.fixtures.Changes.service;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.BODY;
import static multistage.facts.fixtures.ExampleFacts.file;
import static multistage.facts.fixtures.ExampleFacts.golang;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.layer;
import static multistage.facts.fixtures.ExampleFacts.response;
import static multistage.facts.fixtures.ExampleFacts.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import multistage.answers.Report;
import multistage.console.Summary;
import multistage.facts.Facts;
import multistage.facts.ImageFacts;
import multistage.facts.Message;
import multistage.facts.Response;
import multistage.facts.Variant;
import multistage.facts.fixtures.Changes;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import multistage.outcome.Outcome.Verdict;
import multistage.run.fixtures.Judge;
import multistage.words.Catalogue;
import multistage.words.Language;
import multistage.words.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Judges facts made by hand: every claim holds on good ones, and of every claim it is shown what makes it fail. */
class EveryClaimCanFailTest {
    private static final Catalogue CATALOGUE = Catalogue.read(Language.ENGLISH);

    static Stream<Spoilt> spoilt() {
        return Stream.of(
                naive(
                        "builds",
                        "no image",
                        notBuilt(Message.of("%s cannot be built: %s", Variant.NAIVE, "go: command not found"))),
                naive("answers", "another body", service(answering(response(200, "Hi")))),
                naive("answers", "an error", service(answering(response(500, BODY)))),
                naive("answers", "no answer", service(neverAnswering())),
                naive("goesOnServing", "no later answer", service(with("laterAnswer", Optional.empty()))),
                naive("goesOnServing", "an error later", service(with("laterAnswer", answer(500, "panic")))),
                naive("goesOnServing", "an end after it", service(ended(2, "panic"))),
                naive("goesOnServing", "asked too early", service(with("between", Duration.ofMillis(999)))),
                naive("weighsAlmostOneGigabyte", "700 MB less 1 byte", weighing(700 * MB - 1)),
                naive("weighsAlmostOneGigabyte", "1.3 GB and 1 byte", weighing(1300 * MB + 1)),
                naive("owesItsWeightToItsBase", "no base", image(with("base", Optional.empty()))),
                naive("owesItsWeightToItsBase", "a third of its own", weighing(1200 * MB)),
                naive("owesItsWeightToItsBase", "a heavy program", image(executable(with("bytes", 10 * MB)))),
                naive("carriesWhatTheServiceNeverNeeds", "no git", probe("git", false)),
                naive("carriesWhatTheServiceNeverNeeds", "nothing tried", service(with("probes", List.of()))),
                naive("exposesItsPortAndRunsHelloworld", "no port", config("exposedPorts", List.of())),
                naive("exposesItsPortAndRunsHelloworld", "a shell", config("command", List.of("/bin/sh"))),
                naive("hasTwoLayersMoreThanItsBase", "one more", layers(8)),
                naive("hasTwoLayersMoreThanItsBase", "no base", image(with("base", Optional.empty()))),
                multi(
                        "builds",
                        "no image",
                        notBuilt(Message.of("%s cannot be built: %s", Variant.MULTI, "no such stage: builder"))),
                multi("answers", "another body", service(answering(response(200, BODY.strip())))),
                multi("answers", "no answer", service(neverAnswering())),
                multi("goesOnServing", "no later answer", service(with("laterAnswer", Optional.empty()))),
                multi("weighsAFewMegabytes", "10 MB", image(holding(file("/hello", 10 * MB)))),
                multi("weighsAFewMegabytes", "content unread", image(with("content", Optional.empty()))),
                multi("holdsOnlyTheExecutable", "a file more", image(holding(file("/hello", 1), file("/sh", 1)))),
                multi("holdsOnlyTheExecutable", "another file", image(holding(file("/sh", 1)))),
                multi("holdsOnlyTheExecutable", "nothing", image(holding())),
                multi("hasOneLayer", "two", layers(2)),
                multi("hasOneLayer", "none", layers(0)),
                multi(
                        "keepsOnlyWhatFollowsTheLastFrom",
                        "a RUN",
                        image(with("history", List.of(run("sha256:m1", "go build", 1))))),
                multi("keepsOnlyWhatFollowsTheLastFrom", "a layer", image(with("layers", golang().layers()))),
                multi("keepsOnlyWhatFollowsTheLastFrom", "no FROM known", image(with("builtFrom", List.of()))),
                multi("weighsWhatItsExecutableWeighs", "2 % more", image(holding(file("/hello", 5_164_064)))),
                multi("isStatic", "a loader", program("interpreter", Optional.of("/lib/ld-musl-x86_64.so.1"))),
                multi("isStatic", "a library", program("neededLibraries", List.of("libc.so.6"))),
                multi("isStripped", "symbols", program("symbolTables", List.of(".symtab"))),
                multi("holdsNoBuildPath", "a path", program("buildPaths", List.of("/app/main.go"))),
                multi("hasNoShell", "one", probe("a shell", true)),
                multi("hasNoShell", "none tried", service(with("probes", List.of()))),
                multi("runsReadOnlyAndUnprivileged", "no answer", readOnlyService(neverAnswering())),
                pair("isTheSameProgram", "another body", service(answering(response(200, "Hi")))),
                pair("isTheSameProgram", "another header", service(with("answer", answerOf("nginx")))),
                pair("isTheSameProgram", "another greeting", service(with("log", List.of("Started")))),
                new Spoilt(
                        "ComparisonTest.isTheSameProgram",
                        "another greeting of the naive one",
                        changed(good(), Changes.naive(service(with("log", List.of("Started")))))),
                pair("isMuchSmaller", "100 times, but for a byte", image(holding(file("/hello", 9_130_001)))),
                pair("hasFewerLayers", "as many", layers(9)),
                pair("hasExecutablesOfAboutTheSameWeight", "more", program("bytes", 6_095_031L)));
    }

    static Stream<Spoilt> barelyGood() {
        return Stream.of(
                naive("weighsAlmostOneGigabyte", "700 MB", weighing(700 * MB)),
                naive("weighsAlmostOneGigabyte", "1.3 GB", weighing(1300 * MB)),
                naive("owesItsWeightToItsBase", "80 % of it", weighing(golang().bytes() / 4 * 5)),
                naive("goesOnServing", "asked after 1 s", service(with("between", Duration.ofSeconds(1)))),
                multi("weighsAFewMegabytes", "10 MB less 1 byte", image(holding(file("/hello", 10 * MB - 1)))),
                multi("weighsWhatItsExecutableWeighs", "1 % more", image(holding(file("/hello", 5_113_436)))),
                pair("isMuchSmaller", "100 times", image(holding(file("/hello", 9_130_000)))),
                new Spoilt(
                        "ComparisonTest.isMuchSmaller",
                        "500 MB",
                        changed(
                                good(),
                                Changes.naive(weighing(500 * MB + 4 * MB)),
                                Changes.multi(image(holding(file("/hello", 4 * MB)))))),
                pair("hasExecutablesOfAboutTheSameWeight", "20 % more", program("bytes", 6_095_030L)));
    }

    @ParameterizedTest
    @MethodSource("barelyGood")
    void holdsUpToItsLimit(Spoilt barely) {
        assertThat(verdict(barely.claim(), barely.facts())).isEqualTo(Verdict.HELD);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void holdsOnGoodFacts(String claim) {
        assertThat(Judge.outcome(claim, good())).isEqualTo(Outcome.held(claim));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void failsOnSpoiltFacts(Spoilt spoilt) {
        assertThat(verdict(spoilt.claim(), spoilt.facts())).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void whyItFailsIsToldInFrench(Spoilt spoilt) {
        Message why = Judge.outcome(spoilt.claim(), spoilt.facts()).message();

        assertThat(Messages.in(Language.FRENCH).say(why))
                .isNotEqualTo(why.english())
                .doesNotContainPattern("\\b(should|but|with|the|it)\\b");
    }

    @ParameterizedTest
    @MethodSource("claims")
    void isNotJudgedWhereNothingWasBuilt(String claim) {
        Facts nothing = changed(good(), Changes.naive(notBuilt("no network")), Changes.multi(notBuilt("no network")));

        assertThat(verdict(claim, nothing)).isEqualTo(claim.endsWith(".builds") ? Verdict.FAILED : Verdict.NOT_JUDGED);
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void whatHoldsAllTheSameCanStillBeToldInEveryLanguage(Spoilt spoilt) {
        List<Outcome> outcomes = claims().map(
                        claim -> new Outcome(claim, verdict(claim, spoilt.facts()), Message.verbatim("why")))
                .toList();

        assertThat(Language.values())
                .allSatisfy(language -> assertThat(Summary.brief(language).lines(new Judged(spoilt.facts(), outcomes)))
                        .hasSizeGreaterThan(outcomes.size()));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void theAnswersAreMadeWhateverWasFound(Spoilt spoilt, @TempDir Path folder) {
        List<Outcome> outcomes = claims().map(
                        claim -> new Outcome(claim, verdict(claim, spoilt.facts()), Message.verbatim("why")))
                .toList();

        Path answers = new Report(folder, Language.ENGLISH)
                .write(new Judged(spoilt.facts(), outcomes, Optional.empty()))
                .getParent();

        assertThat(List.of(answers.resolve("answers.md"), answers.resolve("reponses.md")))
                .allSatisfy(text -> assertThat(text)
                        .content()
                        .contains("✘")
                        .doesNotContain("null", "Optional", "not-", "%s", " `` ")
                        .doesNotContainPattern("\\{[a-z.]+}"));
    }

    @Test
    void ofEveryClaimItIsShown() {
        assertThat(spoilt().map(Spoilt::claim).distinct()).containsExactlyElementsOf(CATALOGUE.claims());
    }

    static Stream<String> claims() {
        return CATALOGUE.claims().stream();
    }

    private static Verdict verdict(String claim, Facts facts) {
        return Judge.outcome(claim, facts).verdict();
    }

    /** Facts that are good but for one thing, on which a claim is to fail. */
    record Spoilt(String claim, String how, Facts facts) {
        @Override
        public String toString() {
            return claim + ": " + how;
        }
    }

    private static Spoilt naive(String claim, String how, UnaryOperator<ImageFacts> change) {
        return new Spoilt("NaiveImageTest." + claim, how, changed(good(), Changes.naive(change)));
    }

    private static Spoilt multi(String claim, String how, UnaryOperator<ImageFacts> change) {
        return new Spoilt("MultiStageImageTest." + claim, how, changed(good(), Changes.multi(change)));
    }

    private static Spoilt pair(String claim, String how, UnaryOperator<ImageFacts> changeOfMulti) {
        return new Spoilt("ComparisonTest." + claim, how, changed(good(), Changes.multi(changeOfMulti)));
    }

    private static UnaryOperator<ImageFacts> weighing(long bytes) {
        return image(with("history", List.of(layer("sha256:n1", "COPY everything /", bytes))));
    }

    private static UnaryOperator<ImageFacts> layers(int count) {
        return image(with(
                "layers",
                Stream.iterate(1, n -> n + 1)
                        .limit(count)
                        .map(n -> "sha256:" + n)
                        .toList()));
    }

    private static UnaryOperator<ImageFacts> config(String component, Object value) {
        return image(image -> changed(image, with("config", changed(image.config(), with(component, value)))));
    }

    private static UnaryOperator<ImageFacts> program(String component, Object value) {
        return image(executable(with(component, value)));
    }

    private static UnaryOperator<ImageFacts> probe(String what, boolean ran) {
        return service(service -> changed(
                service,
                with(
                        "probes",
                        service.probes().stream()
                                .map(probe -> probe.what().equals(what) ? changed(probe, with("ran", ran)) : probe)
                                .toList())));
    }

    private static Optional<Response> answer(int status, String body) {
        return Optional.of(response(status, body));
    }

    private static Optional<Response> answerOf(String server) {
        return Optional.of(changed(response(200, BODY), with("headers", Map.of("server", server))));
    }
}
