package multistage.ci;

import java.util.Optional;

/**
 * One thing that a run found and that a CI system is to show, best beside the line that it is about.
 *
 * @param check what found it, by a name that stays from run to run: {@code MultiStageImageTest.isStatic}
 * @param level how grave it is
 * @param file the file that it is about, relative to the project: {@code docker/Dockerfile-multi}; empty where it is about none
 * @param line the line of that file, counted from 1, where it is known
 * @param title what is not so, as one sentence
 * @param message the whole explanation, its first line complete in itself
 * @param hint what helps towards the mend, in lines, where there is something
 */
public record Finding(
        String check,
        Level level,
        Optional<String> file,
        Optional<Integer> line,
        String title,
        String message,
        Optional<String> hint) {

    /** How grave a finding is; the gravest first. */
    public enum Level {
        /** Fails the run. */
        ERROR,
        /** Is only said. */
        NOTICE
    }
}
