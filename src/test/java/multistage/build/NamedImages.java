package multistage.build;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.Instruction;

/** What an instruction names to build from or to copy from, as it is written there: images, and stages. */
final class NamedImages {
    private static final Pattern FLAGS =
            Pattern.compile("(?is)(?<keyword>FROM|COPY|ADD|RUN)(?<flags>(?:\\s+--\\S+)*+)\\s+(?<first>\\S+).*");
    private static final Pattern COPIED = Pattern.compile("(?i)(?:\\s--|[=,])from=(?<name>[^\\s,]+)");

    private NamedImages() {}

    static Stream<String> in(Instruction instruction) {
        return Stream.concat(base(instruction).stream(), copiedFrom(instruction).stream());
    }

    /** Of COPY --from and of RUN --mount. */
    static List<String> copiedFrom(Instruction instruction) {
        Matcher flags = FLAGS.matcher(instruction.text());
        return flags.matches()
                ? COPIED.matcher(flags.group("flags"))
                        .results()
                        .map(copied -> copied.group(1))
                        .toList()
                : List.of();
    }

    private static List<String> base(Instruction instruction) {
        Matcher from = FLAGS.matcher(instruction.text());
        return from.matches() && from.group("keyword").equalsIgnoreCase("FROM")
                ? List.of(from.group("first"))
                : List.of();
    }
}
