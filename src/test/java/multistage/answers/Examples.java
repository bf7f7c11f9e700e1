package multistage.answers;

import static multistage.answers.Outcome.Verdict.FAILED;
import static multistage.answers.Outcome.Verdict.HELD;
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

/** Demos that were judged, made by hand. */
final class Examples {
    private Examples() {}

    /** Everything holds. */
    static Judged held() {
        return held(good());
    }

    /** Everything is said to hold, whatever the facts. */
    static Judged held(Facts facts) {
        return new Judged(facts, claims(claim -> new Outcome(claim, HELD, "")), Optional.of(whatIf()));
    }

    /** The multi-stage image does not build, and the naive one answers something else. */
    static Judged failed() {
        Facts facts = changed(good(), multi(notBuilt("Dockerfile-multi:24: undefined: http.HandleFunk\nexit code: 1")));
        return new Judged(facts, claims(Examples::failed), Optional.empty());
    }

    private static Outcome failed(String claim) {
        return switch (claim) {
            case "NaiveImageTest.answers" ->
                new Outcome(
                        claim,
                        FAILED,
                        "the naive image should answer \"Hello | World\", but answers <b>Hi</b>\n  at once");
            case "MultiStageImageTest.builds" ->
                new Outcome(claim, FAILED, "the multi-stage image does not build: undefined: http.HandleFunk");
            default ->
                claim.startsWith("NaiveImageTest")
                        ? new Outcome(claim, HELD, "")
                        : new Outcome(claim, NOT_JUDGED, "not judged: the multi-stage image did not build");
        };
    }

    private static List<Outcome> claims(Function<String, Outcome> judging) {
        return Catalogue.read(Language.ENGLISH).claims().stream().map(judging).toList();
    }
}
