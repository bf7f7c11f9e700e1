package multistage.run;

import java.util.Optional;

/**
 * Whether a student of a class could be measured.
 *
 * @param student who
 * @param trouble why not, for a reason that is not theirs; empty where they could
 */
public record StudentStatus(String student, Optional<String> trouble) {
    /** How a test is called in reports. */
    @Override
    public String toString() {
        return student;
    }
}
