package multistage.ci;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import multistage.ci.Finding.Level;
import multistage.facts.Sha256;

/** Findings as GitLab's code quality report (GitLab, "Code Quality", "Code Quality report format"). */
final class CodeQuality {
    /** Where a finding stands that is about no file, since each must have one: what says how a run goes. */
    static final String NO_FILE = "pom.xml";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Set<String> taken = new HashSet<>();

    private CodeQuality() {}

    /** The report of what failed; an empty list where nothing did. What is only said would count as a problem there. */
    static String report(List<Finding> findings) {
        CodeQuality report = new CodeQuality();
        try {
            return JSON.writeValueAsString(findings.stream()
                            .filter(finding -> finding.level() == Level.ERROR)
                            .map(report::issue)
                            .toList())
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("findings that JSON cannot hold", impossible);
        }
    }

    private Issue issue(Finding finding) {
        String file = finding.file().orElse(NO_FILE);
        return new Issue(
                finding.title() + ": " + finding.message().lines().findFirst().orElse(""),
                finding.check(),
                fingerprint(finding.check() + "\n" + file),
                "major",
                new Location(file, new Lines(finding.line().orElse(1))));
    }

    /** By this GitLab knows it again in another run: it is made from nothing that a run measures, and no two are the same. */
    private String fingerprint(String what) {
        return taken.add(what) ? Sha256.of(what) : fingerprint(what + "\nagain");
    }

    private record Issue(
            String description,
            @JsonProperty("check_name") String checkName,
            String fingerprint,
            String severity,
            Location location) {}

    private record Location(String path, Lines lines) {}

    private record Lines(int begin) {}
}
