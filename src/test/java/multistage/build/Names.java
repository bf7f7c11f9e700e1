package multistage.build;

import java.util.List;
import java.util.stream.Collectors;
import multistage.facts.Cut;

/** Names that somebody else chose, of files and of stages, as a message may show them: a few, on one line, none of them long. */
final class Names {
    private static final int MOST = 10;
    private static final int LONGEST = 100;

    private Names() {}

    /** The first of them, separated by commas. */
    static String shown(List<String> names) {
        return names.stream()
                .limit(MOST)
                .map(Names::shown)
                .collect(Collectors.joining(", ", "", names.size() > MOST ? ", …" : ""));
    }

    private static String shown(String name) {
        return Cut.within(LogLines.clean(name), LONGEST);
    }
}
