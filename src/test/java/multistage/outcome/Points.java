package multistage.outcome;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.outcome.Outcome.Verdict;
import multistage.words.Catalogue;
import multistage.words.Language;

/**
 * What one claim brings a student.
 *
 * @param claim the claim's key in claims.properties
 * @param verdict whether it held
 * @param points what it brings: all of them where it held, else none
 * @param of how many there are to be had
 */
public record Points(String claim, Verdict verdict, int points, int of) {

    /** Those of a demo, in the order of the claims that count; one that did not run brings what one brings that was not judged. */
    public static List<Points> of(Judged judged, List<String> counting) {
        Catalogue catalogue = Catalogue.read(Language.ENGLISH);
        Map<String, Outcome> byClaim = judged.byClaim();
        return counting.stream()
                .map(claim -> of(
                        claim,
                        Optional.ofNullable(byClaim.get(claim))
                                .map(Outcome::verdict)
                                .orElse(Verdict.NOT_JUDGED),
                        catalogue.points(claim)))
                .toList();
    }

    private static Points of(String claim, Verdict verdict, int of) {
        return new Points(claim, verdict, verdict == Verdict.HELD ? of : 0, of);
    }

    /** What all of them bring. */
    public static int sum(List<Points> marks) {
        return marks.stream().mapToInt(Points::points).sum();
    }

    /** How many points there are to be had in all. */
    public static int outOf(List<Points> marks) {
        return marks.stream().mapToInt(Points::of).sum();
    }
}
