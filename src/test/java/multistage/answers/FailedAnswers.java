package multistage.answers;

import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.multi;
import static multistage.facts.Changes.notBuilt;
import static multistage.facts.ExampleFacts.good;

import java.util.List;
import java.util.Optional;
import multistage.answers.Outcome.Verdict;
import multistage.facts.Message;

/** A demo of which one image does not build, and of the other some claims fail, with much to say. */
public final class FailedAnswers {
    private static final String BUILD = """
            Dockerfile-multi:15: RUN CGO_ENABLED=0 go build -o /hello -ldflags="-s -w" -trimpath ./main.go did not succeed: exit code 1
            # command-line-arguments
            ./main.go:9:2: undefined: http.HandleFunk
            """;

    private static final String WEIGHT =
            "naive weighs 2.41 GB by its history (2411724800 bytes), and the lesson's weighs almost 1 GB (between 800 MB and 1 GB);"
                    + " the largest instructions are RUN /bin/sh -c apt-get update && apt-get install -y build-essential"
                    + " default-jdk nodejs npm python3-dev postgresql (1.31 GB), COPY . /go/src/app (498 MB)"
                    + " and RUN /bin/sh -c go install -v ./... (86.1 MB)";

    private FailedAnswers() {}

    public static Judged judged() {
        List<Outcome> claims = Catalogue.read(Language.ENGLISH).claims().stream()
                .map(FailedAnswers::outcome)
                .toList();
        return new Judged(changed(good(), multi(notBuilt(BUILD))), claims, Optional.empty());
    }

    private static Outcome outcome(String claim) {
        return switch (claim) {
            case "MultiStageImageTest.builds" -> new Outcome(claim, Verdict.FAILED, Message.verbatim(BUILD));
            case "NaiveImageTest.weighsAlmostOneGigabyte", "NaiveImageTest.owesItsWeightToItsBase" ->
                new Outcome(claim, Verdict.FAILED, Message.verbatim(WEIGHT));
            default ->
                claim.startsWith("NaiveImageTest")
                        ? Outcome.held(claim)
                        : new Outcome(claim, Verdict.NOT_JUDGED, Message.verbatim("multi did not build"));
        };
    }
}
