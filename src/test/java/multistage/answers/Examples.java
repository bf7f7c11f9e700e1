package multistage.answers;

import static multistage.answers.Outcome.Verdict.FAILED;
import static multistage.answers.Outcome.Verdict.NOT_JUDGED;
import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.multi;
import static multistage.facts.Changes.notBuilt;
import static multistage.facts.ExampleFacts.good;
import static multistage.facts.ExampleFacts.whatIf;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.facts.Variant;

/** Demos that were judged, made by hand. */
public final class Examples {
    private Examples() {}

    /** Everything holds. */
    public static Judged held() {
        return held(good());
    }

    /** Everything is said to hold, whatever the facts. */
    public static Judged held(Facts facts) {
        return new Judged(facts, claims(claim -> Outcome.held(claim)), Optional.of(whatIf()));
    }

    /** The multi-stage image does not build, and the naive one answers something else. */
    public static Judged failed() {
        Facts facts = changed(good(), multi(notBuilt("Dockerfile-multi:24: undefined: http.HandleFunk\nexit code: 1")));
        return new Judged(facts, claims(Examples::failed), Optional.empty());
    }

    private static Outcome failed(String claim) {
        return switch (claim) {
            case "NaiveImageTest.answers" ->
                new Outcome(
                        claim,
                        FAILED,
                        Message.of(
                                "%s should answer %s, but it answered %s",
                                Message.of("%s's service", Variant.NAIVE),
                                "\"Hello | World\"",
                                "<b>Hi</b>\n  at once"));
            case "MultiStageImageTest.builds" ->
                new Outcome(
                        claim,
                        FAILED,
                        Message.of("%s cannot be built: %s", Variant.MULTI, "undefined: http.HandleFunk"));
            default ->
                claim.startsWith("NaiveImageTest")
                        ? Outcome.held(claim)
                        : new Outcome(
                                claim,
                                NOT_JUDGED,
                                Message.of("not judged: %s", Message.of("%s did not build", Variant.MULTI)));
        };
    }

    private static List<Outcome> claims(Function<String, Outcome> judging) {
        return Catalogue.read(Language.ENGLISH).claims().stream().map(judging).toList();
    }
}
