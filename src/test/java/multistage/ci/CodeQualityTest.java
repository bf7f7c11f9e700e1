package multistage.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import multistage.ci.Finding.Level;
import org.junit.jupiter.api.Test;

class CodeQualityTest {

    @Test
    void aFindingIsAnIssueAtItsLine() {
        assertThat(CodeQuality.report(List.of(finding("A.a", "docker/Dockerfile-multi", 25, "it has 2\nhistory"))))
                .isEqualToIgnoringWhitespace("""
                        [ {
                          "description" : "It has one layer: it has 2",
                          "check_name" : "A.a",
                          "fingerprint" : "e0d14c4c43e0a95a6a60b747cf54db5896abf1c25e42c2e9ce5c4a3fb4782f97",
                          "severity" : "major",
                          "location" : { "path" : "docker/Dockerfile-multi", "lines" : { "begin" : 25 } }
                        } ]
                        """);
    }

    @Test
    void noFindingsAreAnEmptyList() {
        assertThat(CodeQuality.report(List.of())).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void whatIsOnlySaidIsNoProblem() {
        Finding notice = new Finding(
                "A.a", Level.NOTICE, Optional.of("f"), Optional.empty(), "lighter", "by 1 MB", Optional.empty());

        assertThat(issues(notice)).isEmpty();
    }

    @Test
    void aFindingWithoutAFileOrALineStandsAtTheStartOfWhatSaysHowARunGoes() {
        JsonNode location = issues(Findings.nothingMeasured("no engine")).get(0).get("location");

        assertThat(location.at("/path").textValue()).isEqualTo("pom.xml");
        assertThat(location.at("/lines/begin").intValue()).isEqualTo(1);
    }

    @Test
    void itIsKnownAgainWhateverWasMeasuredAndWhereverItStands() {
        assertThat(fingerprints(finding("A.a", "f", 25, "5.1 MB")))
                .isEqualTo(fingerprints(finding("A.a", "f", 7, "5.2 MB")));
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(fingerprints(
                        finding("A.a", "f", 1, "m"),
                        finding("A.b", "f", 1, "m"),
                        finding("A.a", "g", 1, "m"),
                        finding("A.a", "f", 2, "m"),
                        finding("A.a", "f", 3, "m")))
                .doesNotHaveDuplicates();
    }

    private static List<String> fingerprints(Finding... findings) {
        return issues(findings).findValuesAsText("fingerprint");
    }

    private static JsonNode issues(Finding... findings) {
        try {
            return new ObjectMapper().readTree(CodeQuality.report(List.of(findings)));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    private static Finding finding(String check, String file, int line, String message) {
        return new Finding(
                check,
                Level.ERROR,
                Optional.of(file),
                Optional.of(line),
                "It has one layer",
                message,
                Optional.empty());
    }
}
