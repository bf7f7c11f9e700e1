package multistage.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import multistage.answers.Catalogue;
import multistage.answers.HostileAnswers;
import multistage.answers.Language;
import multistage.answers.Mark;
import multistage.answers.Outcome.Verdict;

/** Grades made by hand, for tests. */
final class ExampleClass {
    static final Instant MEASURED = Instant.parse("2026-11-25T14:03:20Z");

    private static final List<String> LETTERS = List.of(
            "NaiveImageTest.exposesItsPortAndRunsHelloworld",
            "NaiveImageTest.hasTwoLayersMoreThanItsBase",
            "MultiStageImageTest.hasOneLayer",
            "ComparisonTest.hasExecutablesOfAboutTheSameWeight");

    private static final List<String> COUNTING = Catalogue.read(Language.ENGLISH).claims().stream()
            .filter(claim -> !LETTERS.contains(claim))
            .toList();

    private static final List<String> NAMES = List.of(
            "Zoé Lefèvre",
            "Élodie Martin",
            "emma petit",
            "Eve Adams",
            "Søren Kierkegaard",
            "מרים כהן",
            "李雷",
            "Jean-Baptiste de La Salle-Montgomery",
            HostileAnswers.MARKUP,
            "w".repeat(255),
            "=cmd|' /C calc'!A0",
            "a\u202eb\nc");

    private ExampleClass() {}

    /** The claims that count. */
    static List<String> counting() {
        return COUNTING;
    }

    /** So many students, each sixth of whom has everything, and two of whom could not be judged. */
    static List<Grade> of(int size) {
        Random dice = new Random(7);
        List<Grade> grades = new ArrayList<>();
        for (int student = 0; student < size - 2; student++) {
            int place = student;
            double skill = student % 6 == 0 ? 1 : 0.4 + dice.nextDouble() / 2;
            grades.add(student(
                    student < NAMES.size() ? NAMES.get(student) : "Student %03d".formatted(student),
                    counting().stream()
                            .map(claim -> claim.startsWith("Multi") && place % 7 == 3
                                    ? Verdict.NOT_JUDGED
                                    : dice.nextDouble() < skill ? Verdict.HELD : Verdict.FAILED)
                            .toList(),
                    place % 7 == 3 ? Optional.empty() : Optional.of(5_062_808L + (place % 5) * 1_234_567L)));
        }
        grades.add(Grade.withoutMarks("Ana", "Ana", "the engine did not answer within 60 s\nat once", MEASURED));
        grades.add(Grade.withoutMarks("Tom " + HostileAnswers.MARKUP, "Tom", HostileAnswers.MARKUP, MEASURED));
        return grades;
    }

    /** A student with these verdicts, and with a multi-stage image of that size that answers, if there is one. */
    static Grade student(String name, List<Verdict> verdicts, Optional<Long> bytes) {
        List<Mark> marks = new ArrayList<>();
        for (int claim = 0; claim < verdicts.size(); claim++) {
            Verdict verdict = verdicts.get(claim);
            marks.add(new Mark(counting().get(claim), verdict, verdict == Verdict.HELD ? 1 : 0, 1));
        }
        return new Grade(
                name,
                "folder of " + marks.size() + " é",
                marks,
                Optional.empty(),
                bytes,
                Optional.of(913_800_000L),
                bytes.isPresent(),
                MEASURED,
                Optional.of(Duration.ofMillis(8_250)));
    }

    /** A student who holds so many claims, in order. */
    static Grade holding(String name, int claims, Optional<Long> bytes) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int claim = 0; claim < counting().size(); claim++) {
            verdicts.add(claim < claims ? Verdict.HELD : Verdict.FAILED);
        }
        return student(name, verdicts, bytes);
    }
}
