package multistage.grading;

import static java.util.Map.entry;
import static multistage.grading.fixtures.ExampleClass.counting;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.answers.fixtures.Examples;
import multistage.answers.fixtures.FailedAnswers;
import multistage.answers.fixtures.HostileAnswers;
import multistage.grading.fixtures.ReadJson;
import multistage.outcome.Judged;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds results.json to what Gradescope says of it ("Autograder Specifications", "Output format"). */
class GradescopeResultsTest {
    private static final Map<String, JsonNodeType> WHOLE = Map.ofEntries(
            entry("score", JsonNodeType.NUMBER),
            entry("execution_time", JsonNodeType.NUMBER),
            entry("output", JsonNodeType.STRING),
            entry("visibility", JsonNodeType.STRING),
            entry("tests", JsonNodeType.ARRAY),
            entry("leaderboard", JsonNodeType.ARRAY));

    private static final Map<String, JsonNodeType> OF_A_TEST = Map.ofEntries(
            entry("score", JsonNodeType.NUMBER),
            entry("max_score", JsonNodeType.NUMBER),
            entry("name", JsonNodeType.STRING),
            entry("number", JsonNodeType.STRING),
            entry("status", JsonNodeType.STRING),
            entry("output", JsonNodeType.STRING),
            entry("visibility", JsonNodeType.STRING),
            entry("extra_data", JsonNodeType.OBJECT));

    @TempDir
    private Path folder;

    @Test
    void everythingHasTheNameAndTheKindThatItIsToHave() {
        for (Judged judged : List.of(Examples.held(), FailedAnswers.judged(), HostileAnswers.judged())) {
            JsonNode results = results(judged, Language.FRENCH);

            assertThat(WHOLE).containsAllEntriesOf(kinds(results));
            assertThat(results.get("tests")).hasSize(counting().size()).allSatisfy(test -> {
                assertThat(kinds(test)).isEqualTo(OF_A_TEST);
                assertThat(test.get("status").textValue()).isIn("passed", "failed");
                assertThat(test.get("visibility").textValue()).isEqualTo("visible");
                assertThat(test.get("score").intValue())
                        .isBetween(0, test.get("max_score").intValue());
            });
        }
    }

    @Test
    void theScoreIsWhatTheTestsAddUpTo() {
        JsonNode results = results(FailedAnswers.judged(), Language.ENGLISH);

        assertThat(results.get("score").intValue())
                .isEqualTo(sum(results, "score"))
                .isBetween(1, counting().size() - 1);
        assertThat(results.get("execution_time").decimalValue()).isEqualByComparingTo("8.25");
        assertThat(results.get("output").textValue())
                .startsWith(sum(results, "score") + " of " + sum(results, "max_score") + " points");
    }

    @Test
    void aTestThatFailsTellsAllThatWasFoundAndAHint() {
        JsonNode test = test(results(FailedAnswers.judged(), Language.ENGLISH), "MultiStageImageTest.builds");

        assertThat(test.get("name").textValue()).isEqualTo("The multi-stage image builds");
        assertThat(test.get("status").textValue()).isEqualTo("failed");
        assertThat(test.get("output").textValue())
                .startsWith("Dockerfile-multi:15: ")
                .contains("\n./main.go:9:2: undefined: http.HandleFunk\n")
                .contains("COPY --from finds only");
    }

    @Test
    void whatWasNotJudgedIsNoPassAndNamesItsVerdict() {
        JsonNode test = test(results(FailedAnswers.judged(), Language.ENGLISH), "MultiStageImageTest.answers");

        assertThat(test.get("status").textValue()).isEqualTo("failed");
        assertThat(test.get("score").intValue()).isZero();
        assertThat(test.at("/extra_data/verdict").textValue()).isEqualTo("not-judged");
    }

    @Test
    void onlyAnImageWhoseServiceAnswersHasAPlaceOnTheLeaderboard() {
        JsonNode place = results(Examples.held(), Language.FRENCH).at("/leaderboard/0");

        assertThat(place.get("name").textValue()).isEqualTo("Image multi-stage (Mo)");
        assertThat(place.get("value").decimalValue()).isEqualByComparingTo("5.062808");
        assertThat(place.get("order").textValue()).isEqualTo("asc");
        assertThat(results(FailedAnswers.judged(), Language.FRENCH).has("leaderboard"))
                .isFalse();
    }

    @Test
    void nothingMovesACursor() {
        assertThat(results(HostileAnswers.judged(), Language.ENGLISH).toString())
                .doesNotContainPattern("\\\\u00[01]");
    }

    private JsonNode results(Judged judged, Language language) {
        Path results = folder.resolve("one");
        StudentReport.ofOne(results, language, Map.of())
                .write("Zoé", judged, counting(), Optional.of(Duration.ofMillis(8250)));
        return ReadJson.of(results.resolve("results.json"));
    }

    private static Map<String, JsonNodeType> kinds(JsonNode node) {
        Map<String, JsonNodeType> kinds = new HashMap<>();
        node.properties()
                .forEach(field -> kinds.put(field.getKey(), field.getValue().getNodeType()));
        return kinds;
    }

    private static int sum(JsonNode results, String what) {
        int sum = 0;
        for (JsonNode test : results.get("tests")) {
            sum += test.get(what).intValue();
        }
        return sum;
    }

    private static JsonNode test(JsonNode results, String claim) {
        List<JsonNode> found = new ArrayList<>();
        results.get("tests").forEach(test -> {
            if (test.at("/extra_data/claim").textValue().equals(claim)) {
                found.add(test);
            }
        });
        assertThat(found).as(claim).hasSize(1);
        return found.get(0);
    }
}
