package multistage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example that shows how a claim is added is the one that is there. */
class ContributingTest {
    /** A fenced block behind a comment that says of which file it is a part. */
    private static final Pattern EXCERPT = Pattern.compile("(?s)<!-- from: (\\S+) -->\n```\\w+\n(.*?)```\n");

    static Stream<MatchResult> excerpts() throws IOException {
        return EXCERPT.matcher(Files.readString(Path.of("CONTRIBUTING.md"))).results();
    }

    @ParameterizedTest
    @MethodSource("excerpts")
    void whatIsShownOfAFileStandsInIt(MatchResult excerpt) throws IOException {
        assertThat(withoutBlanks(Files.readString(Path.of(excerpt.group(1)))))
                .contains(withoutBlanks(excerpt.group(2)));
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }
}
