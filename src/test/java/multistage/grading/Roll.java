package multistage.grading;

import static java.util.Comparator.comparing;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.outcome.Outcome.Verdict;
import multistage.outcome.Points;
import multistage.words.Language;

/** A class: who is in it, what they have on average, and in which order their multi-stage images come. */
final class Roll {
    private final List<Grade> grades;
    private final List<Grade> ranked;
    private final Map<Grade, Integer> ranks = new HashMap<>();

    Roll(List<Grade> grades) {
        this.grades = List.copyOf(grades);
        this.ranked = grades.stream()
                .filter(grade -> grade.answers() && grade.multiBytes().isPresent())
                .sorted(comparing(Roll::bytes).thenComparing(Grade::student))
                .toList();
        for (int place = 0; place < ranked.size(); place++) {
            Grade grade = ranked.get(place);
            boolean tie = place > 0 && bytes(ranked.get(place - 1)).equals(bytes(grade));
            ranks.put(grade, tie ? ranks.get(ranked.get(place - 1)) : Integer.valueOf(place + 1));
        }
    }

    private static Long bytes(Grade grade) {
        return grade.multiBytes().orElseThrow();
    }

    /** All of them by name, in the order that people of that language expect. */
    List<Grade> byName(Language language) {
        Comparator<String> customary = Collator.getInstance(language.locale())::compare;
        return grades.stream()
                .sorted(comparing(Grade::student, customary).thenComparing(Grade::student))
                .toList();
    }

    /** Those whose multi-stage service answers, the smallest image first. */
    List<Grade> ranked() {
        return ranked;
    }

    /** The place among those, from 1 on, which equal sizes share. */
    Optional<Integer> rank(Grade grade) {
        return Optional.ofNullable(ranks.get(grade));
    }

    int size() {
        return grades.size();
    }

    List<Grade> judged() {
        return grades.stream().filter(Grade::judged).toList();
    }

    List<Grade> notJudged() {
        return grades.stream().filter(grade -> !grade.judged()).toList();
    }

    /** The points that those have on average who were judged. */
    double average() {
        return judged().stream().mapToInt(Grade::points).average().orElse(0);
    }

    /** The points that there are to be had. */
    int of() {
        return judged().stream().mapToInt(Grade::of).max().orElse(0);
    }

    /** How many have all points. */
    long withAll() {
        return judged().stream().filter(grade -> grade.points() == grade.of()).count();
    }

    /** The claims that bring points, in the lesson's order. */
    List<String> claims() {
        return judged().stream()
                .map(Grade::marks)
                .findFirst()
                .map(marks -> marks.stream().map(Points::claim).toList())
                .orElse(List.of());
    }

    /** What a claim brings in points. */
    int points(String claim) {
        return judged().stream()
                .flatMap(grade -> grade.mark(claim).stream())
                .mapToInt(Points::of)
                .findFirst()
                .orElse(0);
    }

    /** How many hold a claim. */
    long holding(String claim) {
        return judged().stream()
                .flatMap(grade -> grade.mark(claim).stream())
                .filter(mark -> mark.verdict() == Verdict.HELD)
                .count();
    }

    /** When the last of them was measured. */
    Optional<Instant> measured() {
        return grades.stream().map(Grade::measured).max(Comparator.naturalOrder());
    }
}
