package multistage.whatif;

import java.util.Arrays;
import java.util.List;

/** What is changed in the multi-stage Dockerfile to see what comes of it: one thing each, the Dockerfile as it stands first. */
enum Variations {
    UNCHANGED("unchanged", "", ""),
    CGO("cgo", "CGO_ENABLED=0", "CGO_ENABLED=1"),
    WITHOUT_STRIP("without-strip", " -ldflags=\"-s -w\"", ""),
    WITHOUT_TRIMPATH("without-trimpath", " -trimpath", ""),
    FINAL_GOLANG("final-golang", "FROM scratch", "FROM golang:1.23"),
    FINAL_DEBIAN("final-debian", "FROM scratch", "FROM debian:12"),
    TWO_BINARIES(
            "two-binaries",
            "COPY --from=builder /hello /hello\n",
            "COPY --from=builder /hello /hello\nCOPY --from=builder /hello /hello-again\n"),
    SHELL_FORM("shell-form", "ENTRYPOINT [\"/hello\"]", "ENTRYPOINT /hello");

    private final String word;
    private final String text;
    private final String instead;

    Variations(String word, String text, String instead) {
        this.word = word;
        this.text = text;
        this.instead = instead;
    }

    /** How the record calls it. */
    String word() {
        return word;
    }

    /**
     * The Dockerfile with this changed.
     *
     * @throws IllegalArgumentException when what is to be changed is not there exactly once
     */
    Change in(String dockerfile) {
        if (text.isEmpty()) {
            return new Change(dockerfile, List.of(), List.of());
        }
        int start = dockerfile.indexOf(text);
        if (start < 0 || start != dockerfile.lastIndexOf(text)) {
            throw new IllegalArgumentException(
                    ("the variation %s changes \"%s\", which must stand in the Dockerfile once and is"
                                    + " there %s; make Variations.%s fit the Dockerfile")
                            .formatted(word, text.strip(), start < 0 ? "not at all" : "more than once", name()));
        }
        int end = start + text.length();
        int first = dockerfile.lastIndexOf('\n', start) + 1;
        int last = text.endsWith("\n") ? end : dockerfile.indexOf('\n', end) + 1;
        String behind = last == 0 ? dockerfile.substring(end) : dockerfile.substring(end, last);
        String ahead = dockerfile.substring(first, start);
        return new Change(
                dockerfile.substring(0, start) + instead + dockerfile.substring(end),
                lines(ahead + text + behind),
                lines(ahead + instead + behind));
    }

    private static List<String> lines(String text) {
        return Arrays.asList(text.split("\n"));
    }

    /**
     * A Dockerfile with one thing changed.
     *
     * @param dockerfile the whole of it
     * @param before the lines in which that is, as they were
     * @param after the same lines as they are now
     */
    record Change(String dockerfile, List<String> before, List<String> after) {
        Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
