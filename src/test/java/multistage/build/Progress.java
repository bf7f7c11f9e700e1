package multistage.build;

import java.util.List;
import java.util.Optional;

/** What the log of a build tells about it, whichever builder wrote it. */
interface Progress {

    /** The images that it built FROM, as one writes them, in the order of the log. */
    List<String> bases();

    /** Whether every step that can come from the build cache did. */
    boolean cached();

    /** The last of the steps that have begun and not ended, as the engine names it. */
    Optional<String> stepUnderWay();

    /** The step that failed, if one did, as the engine names it. */
    Optional<String> failedStep();
}
