package multistage.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import multistage.outcome.Points;

/**
 * What became of one student's demo, without its facts.
 *
 * @param student how the student is shown: what somebody else called their folder
 * @param folder the name of the folder that their answers lie in
 * @param marks what each claim that counts brought, in the lesson's order; empty where the demo could not be judged
 * @param trouble why it could not, for a reason that is not the student's
 * @param multiBytes what the files of the multi-stage image weigh, where they were read
 * @param naiveBytes what the history of the naive image adds up to, where it was built
 * @param answers whether the service of the multi-stage image answered as the lesson's does
 * @param measured when the demo was measured, or was to be
 * @param took how long that took, where it is known
 */
public record Grade(
        String student,
        String folder,
        List<Points> marks,
        Optional<String> trouble,
        Optional<Long> multiBytes,
        Optional<Long> naiveBytes,
        boolean answers,
        Instant measured,
        Optional<Duration> took) {

    public Grade {
        marks = List.copyOf(marks);
    }

    /** Of a demo that could not be judged, for a reason that is not the student's. */
    public static Grade withoutMarks(String student, String folder, String trouble, Instant when) {
        return new Grade(
                student,
                folder,
                List.of(),
                Optional.of(trouble),
                Optional.empty(),
                Optional.empty(),
                false,
                when,
                Optional.empty());
    }

    /** Whether it was judged. */
    public boolean judged() {
        return trouble.isEmpty();
    }

    /** What that claim brought, if it counts. */
    public Optional<Points> mark(String claim) {
        return marks.stream().filter(mark -> mark.claim().equals(claim)).findFirst();
    }

    /** What its claims bring in all. */
    public int points() {
        return Points.sum(marks);
    }

    /** How many points there are to be had. */
    public int of() {
        return Points.outOf(marks);
    }
}
