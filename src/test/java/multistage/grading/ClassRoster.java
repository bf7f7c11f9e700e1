package multistage.grading;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.outcome.Outcome.Verdict;
import multistage.outcome.Points;
import multistage.page.Roster;
import multistage.words.Catalogue;
import multistage.words.Language;
import multistage.words.Words;

/** Everyone in a class and every claim, with a link to each one's own page. */
final class ClassRoster {
    private final Language language;
    private final Words words;
    private final Words verdicts;
    private final Roll roll;
    private final Cells cells;
    private final Map<String, List<String>> claims = new LinkedHashMap<>();

    ClassRoster(Language language, Roll roll) {
        this.language = language;
        this.words = Words.read("students", language);
        this.verdicts = Words.read("answers", language);
        this.roll = roll;
        this.cells = new Cells(language, roll);
        for (String claim : roll.claims()) {
            claims.computeIfAbsent(Catalogue.chapter(claim), chapter -> new ArrayList<>())
                    .add(claim);
        }
    }

    /** A claim, or a class of claims, in a few letters: as it heads its columns. */
    String brief(String key) {
        return words.find("short." + key).orElse(key);
    }

    Roster roster() {
        return new Roster(
                words.say("class.students.caption"),
                words.say("class.student"),
                List.of(words.say("class.score"), words.say("class.size"), words.say("class.rank")),
                claims.keySet().stream().map(this::group).toList(),
                roll.byName(language).stream().map(this::row).toList());
    }

    private Roster.Group group(String chapter) {
        return new Roster.Group(
                brief(chapter), claims.get(chapter).stream().map(this::brief).toList());
    }

    private Roster.Row row(Grade grade) {
        return grade.judged()
                ? new Roster.Row(
                        grade.student(),
                        Optional.of(address(grade.folder())),
                        List.of(cells.points(grade), cells.size(grade), cells.rank(grade)),
                        claims.values().stream()
                                .map(chapter -> signs(chapter, grade))
                                .toList(),
                        Optional.empty())
                : new Roster.Row(
                        grade.student(), Optional.empty(), List.of(), List.of(), Optional.of(cells.whyNot(grade)));
    }

    private Roster.Signs signs(List<String> chapter, Grade grade) {
        return new Roster.Signs(chapter.stream()
                .map(claim -> sign(grade.mark(claim).map(Points::verdict).orElse(Verdict.NOT_JUDGED)))
                .toList());
    }

    private Roster.Sign sign(Verdict verdict) {
        return new Roster.Sign(verdict.key(), verdict.sign(), verdicts.say("claims." + verdict.key()));
    }

    private static String address(String folder) {
        return URLEncoder.encode(folder, StandardCharsets.UTF_8).replace("+", "%20") + "/answers.html";
    }
}
