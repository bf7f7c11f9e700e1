package multistage.answers.page;

import java.util.List;
import java.util.Optional;
import multistage.answers.page.Picture.Bar;
import multistage.answers.page.Picture.Key;
import multistage.answers.page.Picture.Lens;

/** Documents for tests: of every kind of block one, with given words wherever words can stand. */
final class Documents {
    private Documents() {}

    /** A document of one section that says these words in all its places. */
    static Document saying(String words) {
        return of(List.of(
                new Block.Heading(Text.plain(words)),
                new Block.Paragraph(Text.plain(words)),
                new Block.Paragraph(Text.plain("in the middle: " + words + " and on")),
                new Block.Paragraph(Text.styled("`{f}` and **{f}**.", figure -> figure.replace("{f}", words))),
                new Block.Warning(Text.plain(words)),
                new Block.Commands(List.of("docker images", "docker ps")),
                new Block.Drawing(picture(words)),
                new Block.Tabular(table(words)),
                new Block.Verdicts(List.of(
                        verdict(words, false, Optional.empty()),
                        verdict(words, true, Optional.of(Text.plain(words)))))));
    }

    static Document of(List<Block> blocks) {
        return new Document(
                "en", "English", "Language", "Answers", List.of(), List.of(new Section("one", "One", blocks)));
    }

    static Table table(String words) {
        return new Table.Builder(Text.plain(words))
                .words(words)
                .number("Bytes")
                .row(Text.plain(words), Text.plain("1"))
                .row(Text.code(words), Text.plain("2"))
                .row(Text.styled("**{f}**", figure -> words), Text.plain(words))
                .build();
    }

    /** One part of nine tenths and one of a tenth, and a small thing of a hundredth of both. */
    static Picture picture(String words) {
        Key most = new Key(1, "go", words, words);
        Key rest = new Key(2, "program", words, words);
        Bar small = Bar.of(words, 0, List.of(rest), List.of(0.01));
        Bar enlarged = Bar.of(words, 0.3, List.of(rest), List.of(0.7));
        return new Picture(
                "en",
                words,
                words,
                Bar.of(words, 0, List.of(most, rest), List.of(0.9, 0.1)),
                small,
                Optional.of(new Lens(enlarged, 0.01, 0.3)),
                List.of(most, rest));
    }

    private static VerdictLine verdict(String words, boolean failed, Optional<Text> hint) {
        return new VerdictLine(
                failed ? "failed" : "held",
                failed ? "✘" : "✔",
                failed ? "failed" : "held",
                Text.plain("claims:"),
                Text.plain(words),
                hint,
                hint);
    }
}
