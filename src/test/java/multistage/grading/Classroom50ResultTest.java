package multistage.grading;

import static multistage.grading.fixtures.ExampleClass.counting;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds result.json to the contract classroom50/result/v1 (foundation50/classroom50, schemas/result-v1.schema.json). */
class Classroom50ResultTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "CLASSROOM", "bio-2026",
            "ASSIGNMENT", "multi-stage",
            "SUBMISSION_TAG", "submit/20261125T140320Z-1a2b3c4",
            "COMMIT_URL", "https://example.org/commit/1a2b3c4",
            "RELEASE_URL", "https://example.org/releases/tag/submit",
            "REVIEW_URL", "https://example.org/compare/0...1a2b3c4");

    @TempDir
    private Path folder;

    @Test
    void itHoldsWhatTheRunnerDoesNotStampAndNothingElse() {
        for (Judged judged : List.of(Examples.held(), FailedAnswers.judged(), HostileAnswers.judged())) {
            JsonNode result = result(judged);

            assertThat(result.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "schema",
                            "classroom",
                            "assignment",
                            "submission",
                            "commit",
                            "release",
                            "review",
                            "datetime",
                            "score",
                            "max-score",
                            "tests");
            assertThat(result.get("schema").textValue()).isEqualTo("classroom50/result/v1");
            assertThat(result.get("classroom").textValue()).isEqualTo("bio-2026");
            assertThat(result.get("submission").textValue()).startsWith("submit/");
            assertThat(result.get("review").textValue()).isEqualTo("https://example.org/compare/0...1a2b3c4");
            assertThat(result.get("datetime").textValue())
                    .matches("\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ");
        }
    }

    @Test
    void theTestThatTheDocumentsShowIsWorthWhatAResultCanHave() {
        assertThat(Path.of("docs", "students.md"))
                .content()
                .contains("\"timeout\": 600, \"points\": "
                        + result(Examples.held()).get("max-score").intValue() + "}");
    }

    @Test
    void scoresAreWholeNumbersThatAddUpAndNoneIsAboveItsMost() {
        JsonNode result = result(FailedAnswers.judged());

        int score = 0;
        int most = 0;
        for (JsonNode test : result.get("tests")) {
            assertThat(test.get("test-name").textValue()).isNotBlank();
            assertThat(test.get("passed").isBoolean()).isTrue();
            assertThat(test.get("score").isInt() && test.get("max-score").isInt())
                    .isTrue();
            assertThat(test.get("score").intValue())
                    .isEqualTo(
                            test.get("passed").booleanValue()
                                    ? test.get("max-score").intValue()
                                    : 0);
            score += test.get("score").intValue();
            most += test.get("max-score").intValue();
        }
        assertThat(result.get("tests")).hasSize(counting().size());
        assertThat(result.get("score").intValue()).isEqualTo(score).isPositive();
        assertThat(result.get("max-score").intValue()).isEqualTo(most).isGreaterThan(score);
    }

    @Test
    void aSubmissionThatThereIsNothingToCompareWithIsReviewedByItsCommit() {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.remove("REVIEW_URL");

        assertThat(result(Examples.held(), environment).get("review").textValue())
                .isEqualTo("https://example.org/commit/1a2b3c4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLASSROOM", "ASSIGNMENT", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL"})
    void withoutAnyOfItsVariablesThereIsNoSubmissionAndNoResult(String variable) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put(variable, " ");

        write(Examples.held(), environment);

        assertThat(folder.resolve("result.json")).doesNotExist();
    }

    private JsonNode result(Judged judged) {
        return result(judged, ENVIRONMENT);
    }

    private JsonNode result(Judged judged, Map<String, String> environment) {
        write(judged, environment);
        return ReadJson.of(folder.resolve("result.json"));
    }

    private void write(Judged judged, Map<String, String> environment) {
        StudentReport.ofOne(folder, Language.ENGLISH, environment).write("Zoé", judged, counting(), Optional.empty());
    }
}
