package multistage.grading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.outcome.Feedback;
import multistage.outcome.Outcome.Verdict;
import multistage.page.Span;

/**
 * A grade as Classroom 50 takes it (foundation50/classroom50, {@code schemas/result-v1.schema.json}): without {@code owner} and
 * {@code assignment_type}, which its runner stamps itself. Scores are whole numbers, and nothing may stand in it that the schema
 * does not name, but in a test.
 */
final class Classroom50Result {
    private static final List<String> NEEDED =
            List.of("CLASSROOM", "ASSIGNMENT", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL");

    private final Map<String, String> environment;

    private Classroom50Result(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Where a submission is being graded: where its runner has set all that a result must tell. */
    static Optional<Classroom50Result> of(Map<String, String> environment) {
        return NEEDED.stream().allMatch(name -> isSet(environment, name))
                ? Optional.of(new Classroom50Result(environment))
                : Optional.empty();
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    String json(Grade grade, Feedback feedback) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("schema", "classroom50/result/v1");
        result.put("classroom", environment.get("CLASSROOM"));
        result.put("assignment", environment.get("ASSIGNMENT"));
        result.put("submission", environment.get("SUBMISSION_TAG"));
        result.put("commit", environment.get("COMMIT_URL"));
        result.put("release", environment.get("RELEASE_URL"));
        result.put("review", environment.get(isSet(environment, "REVIEW_URL") ? "REVIEW_URL" : "COMMIT_URL"));
        result.put("datetime", grade.measured().truncatedTo(ChronoUnit.SECONDS).toString());
        result.put("score", grade.points());
        result.put("max-score", grade.of());
        ArrayNode tests = result.putArray("tests");
        grade.marks()
                .forEach(mark -> tests.addObject()
                        .put("test-name", feedback.wholeSentence(mark.claim()))
                        .put("passed", mark.verdict() == Verdict.HELD)
                        .put("score", mark.points())
                        .put("max-score", mark.of())
                        .put("output", Span.plain(feedback.brief(mark.claim())).words()));
        return result.toPrettyString() + "\n";
    }
}
