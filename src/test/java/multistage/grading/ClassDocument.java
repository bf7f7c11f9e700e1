package multistage.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.page.Block;
import multistage.page.Document;
import multistage.page.Section;
import multistage.page.Table;
import multistage.page.Text;
import multistage.words.Amounts;
import multistage.words.Catalogue;
import multistage.words.Language;
import multistage.words.Words;

/** What there is to say of a class in one language: who has what, whose image is smallest, and which claims hold how often. */
final class ClassDocument {
    /** How many places are told among the smallest; those who share the last are all named. */
    private static final int SMALLEST = 10;

    private final Language language;
    private final Words words;
    private final Amounts amounts;
    private final Roll roll;
    private final Cells cells;
    private final ClassRoster everyone;

    ClassDocument(Language language, Roll roll) {
        this.language = language;
        this.words = Words.read("students", language);
        this.amounts = new Amounts(language);
        this.roll = roll;
        this.cells = new Cells(language, roll);
        this.everyone = new ClassRoster(language, roll);
    }

    /** As a page: everyone and every claim, with a link to each one's own page. */
    Document page(String className) {
        return document(className, new Block.Everyone(everyone.roster()));
    }

    /** For where there are no pages to link to, and no room for a column a claim. */
    Document brief(String className) {
        return document(className, new Block.Tabular(students()));
    }

    private Document document(String className, Block students) {
        return new Document(
                language.code(),
                language.title(),
                Words.read("answers", language).say("language"),
                words.say("class.title", className),
                lead(),
                Stream.of(
                                Optional.of(section("students", students)),
                                smallest().map(table -> section("smallest", new Block.Tabular(table))),
                                claims().map(table -> section("claims", new Block.Tabular(table))))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Section section(String name, Block block) {
        return new Section(name, words.say("class." + name), List.of(block));
    }

    private List<Block> lead() {
        List<Block> lead = new ArrayList<>();
        lead.add(new Block.Paragraph(styled(
                "class.lead",
                amounts.count(roll.judged().size()),
                amounts.count(roll.size()),
                amounts.decimal(roll.average()),
                amounts.count(roll.of()),
                amounts.count(roll.withAll()),
                roll.measured().map(amounts::date).orElse(words.say("class.none")))));
        if (!roll.notJudged().isEmpty()) {
            lead.add(new Block.Warning(
                    styled("class.trouble", amounts.count(roll.notJudged().size()))));
        }
        return lead;
    }

    /** Words of ours, with numbers of ours. */
    private Text styled(String key, String... numbers) {
        return Text.styled(words.say(key, numbers), part -> part);
    }

    private Table.Builder table(String caption) {
        return new Table.Builder(Text.plain(words.say(caption)));
    }

    private Table students() {
        Table.Builder table = table("class.students.brief")
                .words(words.say("class.student"))
                .number(words.say("class.score"))
                .number(words.say("class.size"))
                .number(words.say("class.rank"));
        for (Grade grade : roll.byName(language)) {
            table.row(
                    Text.plain(grade.student()),
                    Text.plain(grade.judged() ? cells.points(grade) : cells.whyNot(grade)),
                    Text.plain(cells.size(grade)),
                    Text.plain(cells.rank(grade)));
        }
        return table.build();
    }

    private Optional<Table> smallest() {
        Table.Builder table = table("class.smallest.caption")
                .words(words.say("class.rank"))
                .words(words.say("class.student"))
                .number(words.say("class.size"))
                .number(words.say("class.naive"));
        List<Grade> smallest = roll.ranked().stream()
                .takeWhile(grade -> roll.rank(grade).orElseThrow() <= SMALLEST)
                .toList();
        smallest.forEach(grade -> table.row(
                Text.plain(cells.rank(grade)),
                Text.plain(grade.student()),
                Text.plain(cells.size(grade)),
                Text.plain(cells.naiveSize(grade))));
        return smallest.isEmpty() ? Optional.empty() : Optional.of(table.build());
    }

    private Optional<Table> claims() {
        Catalogue catalogue = Catalogue.read(language);
        Table.Builder table = table("class.claims.caption")
                .words(words.say("class.claims.sentence"))
                .words(words.say("class.claims.short"))
                .number(words.say("class.score"))
                .number(words.say("class.claims.held"));
        for (String claim : roll.claims()) {
            table.row(
                    Text.plain(catalogue.wholeSentence(claim).orElse(claim)),
                    Text.plain(everyone.brief(claim)),
                    Text.plain(amounts.count(roll.points(claim))),
                    Text.plain(words.say(
                            "class.of",
                            amounts.count(roll.holding(claim)),
                            amounts.count(roll.judged().size()))));
        }
        return roll.claims().isEmpty() ? Optional.empty() : Optional.of(table.build());
    }
}
