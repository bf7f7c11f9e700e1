package multistage.grading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import multistage.outcome.Feedback;
import multistage.outcome.Outcome.Verdict;
import multistage.outcome.Points;
import multistage.page.Span;
import multistage.words.Language;
import multistage.words.Words;

/**
 * A grade as Gradescope takes it, as {@code results/results.json} (Gradescope, "Autograder Specifications", "Output format"): one
 * test a claim, and a place on the leaderboard for an image whose service answers.
 */
final class GradescopeResults {
    /** To be seen at once: what students are told here they are to learn from. */
    private static final String VISIBLE = "visible";

    private final Words words;

    /** @param language the one in which the student is told */
    GradescopeResults(Language language) {
        this.words = Words.read("students", language);
    }

    String json(Grade grade, Feedback feedback) {
        ObjectNode results = JsonNodeFactory.instance.objectNode();
        results.put("score", grade.points());
        grade.took().ifPresent(took -> results.put("execution_time", seconds(took.toMillis())));
        results.put(
                "output", words.say("gradescope.score", String.valueOf(grade.points()), String.valueOf(grade.of())));
        results.put("visibility", VISIBLE);
        ArrayNode tests = results.putArray("tests");
        grade.marks().forEach(mark -> tests.add(test(tests.size() + 1, mark, feedback)));
        grade.multiBytes()
                .filter(bytes -> grade.answers())
                .ifPresent(bytes -> results.putArray("leaderboard")
                        .addObject()
                        .put("name", words.say("gradescope.size"))
                        .put("value", BigDecimal.valueOf(bytes, 6).stripTrailingZeros())
                        .put("order", "asc"));
        return results.toPrettyString() + "\n";
    }

    private ObjectNode test(int number, Points mark, Feedback feedback) {
        ObjectNode test = JsonNodeFactory.instance.objectNode();
        test.put("name", feedback.wholeSentence(mark.claim()));
        test.put("number", String.valueOf(number));
        test.put("score", mark.points());
        test.put("max_score", mark.of());
        test.put("status", mark.verdict() == Verdict.HELD ? "passed" : "failed");
        test.put("output", output(mark.claim(), feedback));
        test.put("visibility", VISIBLE);
        test.putObject("extra_data")
                .put("claim", mark.claim())
                .put("verdict", mark.verdict().key());
        return test;
    }

    /** What was found, why it matters and a hint; without what moves a cursor. */
    private static String output(String claim, Feedback feedback) {
        List<String> lines = new ArrayList<>();
        feedback.found(claim).forEach(line -> lines.add(Span.code(line).words()));
        feedback.why(claim).ifPresent(lines::add);
        feedback.hint(claim).ifPresent(lines::add);
        return String.join("\n", lines);
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, 3);
    }
}
