package multistage.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.JavascriptExecutor;

/** Judges a page by the rules of axe. Its library for Java also gathers what is well, and takes the longer for it. */
final class Axe {
    private final JavascriptExecutor page;

    Axe(JavascriptExecutor page) {
        this.page = page;
    }

    /** What breaks any rule, whatever its impact: the rule, each element, and how to mend it. */
    List<String> violations() {
        return run(Map.of("resultTypes", List.of("violations")));
    }

    /** What breaks one of these rules. */
    List<String> violations(String... rules) {
        return run(Map.of("resultTypes", List.of("violations"), "runOnly", List.of(rules)));
    }

    @SuppressWarnings("unchecked") // a script's list of strings is one
    private List<String> run(Map<String, Object> options) {
        page.executeScript(script());
        return (List<String>) page.executeScript("""
                return axe.run(document, arguments[0])
                    .then(results => results.violations.map(rule => [rule.impact + ', ' + rule.id + ': ' + rule.help,
                        ...rule.nodes.flatMap(node => [node.html, node.failureSummary])].join('\\n  ')));
                """, options);
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
