package multistage.ci;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Cut;

/**
 * Findings as annotations of GitHub Actions, which shows them beside the lines that they are about. Source of the form: GitHub,
 * "Workflow commands"; that of the escapes and of the longest message: the runner's ActionCommand and ExecutionContext.
 */
final class Annotations {
    /** The most that GitHub shows of a level and a step. */
    static final int SHOWN = 10;
    /** The most characters of a message; the runner drops the rest. */
    static final int LENGTH = 4096;

    private static final String CUT = "\n…\n";

    private Annotations() {}

    /** One line each, the gravest first; of too many the first, and how many more there are. */
    static List<String> lines(List<Finding> findings) {
        List<Finding> gravestFirst =
                findings.stream().sorted(Comparator.comparing(Finding::level)).toList();
        if (findings.size() <= SHOWN) {
            return gravestFirst.stream().map(Annotations::line).toList();
        }
        List<String> lines = new ArrayList<>(
                gravestFirst.stream().limit(SHOWN - 1).map(Annotations::line).toList());
        lines.add("::" + command(gravestFirst.get(SHOWN - 1)) + "::and " + (findings.size() - SHOWN + 1)
                + " more, which the log tells");
        return lines;
    }

    private static String line(Finding finding) {
        String properties = Stream.of(
                        finding.file().map(file -> "file=" + property(file)).stream(),
                        finding.line().map(line -> "line=" + line).stream(),
                        Stream.of("title=" + property(finding.title())))
                .flatMap(some -> some)
                .collect(Collectors.joining(","));
        return "::" + command(finding) + " " + properties + "::" + data(message(finding));
    }

    private static String command(Finding finding) {
        return finding.level().name().toLowerCase(Locale.ROOT);
    }

    /** What was found, and the hint, for which there is always room. */
    private static String message(Finding finding) {
        String hint = finding.hint().map("\n"::concat).orElse("");
        return cut(finding.message(), LENGTH - hint.length()) + hint;
    }

    /** What fits of a text: its beginning, and its end, since that is where a build's log tells what went wrong. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int half = (length - CUT.length()) / 2;
        int second = text.length() - half;
        return Cut.at(text, half)
                + CUT
                + text.substring(Character.isLowSurrogate(text.charAt(second)) ? second + 1 : second);
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
