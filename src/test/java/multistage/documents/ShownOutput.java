package multistage.documents;

import java.util.List;
import java.util.stream.Collectors;
import multistage.answers.fixtures.Golden;

/**
 * Output that a document shows, behind a comment {@code <!-- shown: of -->}.
 *
 * @param document the document
 * @param of what it is the output of
 * @param text its lines
 */
public record ShownOutput(MarkdownFile document, String of, String text) {

    /** Fails where these lines differ by more than a time; with -Dgolden=update they are written into the document. */
    public void assertIs(List<String> lines) {
        String now = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        if (!withoutTimes(now).equals(withoutTimes(text))) {
            // As the file is now: others of its outputs may have been written into it since.
            Golden.assertMatches(
                    document.file(), MarkdownFile.read(document.file()).showing(of, lines));
        }
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("\\d+(?:[.,]\\d+)?(?=[ \u00a0\u202f]s\\b)", "…");
    }

    @Override
    public String toString() {
        return document.file() + ": " + of;
    }
}
