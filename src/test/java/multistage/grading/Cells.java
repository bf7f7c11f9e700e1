package multistage.grading;

import multistage.words.Amounts;
import multistage.words.FirstLine;
import multistage.words.Language;
import multistage.words.Words;

/** What there is to say of one student of a class in a few letters, in one language. */
final class Cells {
    private final Words words;
    private final Amounts amounts;
    private final Roll roll;

    Cells(Language language, Roll roll) {
        this.words = Words.read("students", language);
        this.amounts = new Amounts(language);
        this.roll = roll;
    }

    String points(Grade grade) {
        return words.say("class.of", amounts.count(grade.points()), amounts.count(grade.of()));
    }

    String size(Grade grade) {
        return grade.multiBytes().map(amounts::bytes).orElse(words.say("class.none"));
    }

    String naiveSize(Grade grade) {
        return grade.naiveBytes().map(amounts::bytes).orElse(words.say("class.none"));
    }

    String rank(Grade grade) {
        return roll.rank(grade).map(amounts::count).orElse(words.say("class.none"));
    }

    /** Why somebody was not judged, on one line. */
    String whyNot(Grade grade) {
        return words.say("class.not-judged", grade.trouble().map(FirstLine::of).orElse(""));
    }
}
