package multistage.archive;

import java.io.IOException;

/**
 * What is wrong with an archive, and in which part of it: the only exception that reading one ends in. Names that the
 * archive gives are shown cut and escaped. Its cause, if any, is what the stream or the unpacking threw.
 */
public class ArchiveUnreadable extends IOException {
    private static final long serialVersionUID = 1;

    ArchiveUnreadable(String problem) {
        super(problem);
    }

    ArchiveUnreadable(String problem, Throwable cause) {
        super(problem, cause);
    }
}
