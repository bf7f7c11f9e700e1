package multistage.answers;

import static multistage.answers.Purpose.C_COMPILER;
import static multistage.answers.Purpose.GIT;
import static multistage.answers.Purpose.GO;
import static multistage.answers.Purpose.LEFTOVERS;
import static multistage.answers.Purpose.OTHER;
import static multistage.answers.Purpose.PROGRAM;
import static multistage.answers.Purpose.SYSTEM;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import multistage.facts.Base;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.HistoryEntry;
import multistage.facts.Image;

/**
 * Bytes of an image that one instruction brought for one purpose.
 *
 * @param entry the instruction
 * @param inBase whether it is the base's
 * @param purpose what they are for: of a base told by what the instruction names, of all else by the program that was found
 * @param bytes how many, as the store counts
 */
record Slice(HistoryEntry entry, boolean inBase, Purpose purpose, long bytes) {
    private static final Pattern C = Pattern.compile("\\b(gcc|g\\+\\+|clang|build-essential|libc6-dev)(?![\\w+])");
    private static final Pattern VERSION_CONTROL = Pattern.compile("\\b(git|mercurial|subversion)\\b");
    /** Go's official images copy their toolchain out of a stage, by the name {@code /target/}; the stand-in calls it a tree. */
    private static final Pattern TOOLCHAIN = Pattern.compile(
            "COPY /(target|tree)/ /|/usr/local/go\\b|\\bgolang\\b|\\bgo\\.dev/dl\\b|\\bGOPATH\\b|^WORKDIR /go$");

    private static final Pattern INSTALLS =
            Pattern.compile("\\b(apt-get|apt|apk)\\b.*\\b(install|add)\\b", Pattern.DOTALL);

    /** What each instruction of an image's history brought, oldest first; the one that made the program gives two. */
    static List<List<Slice>> byEntry(Image image) {
        List<HistoryEntry> history = image.history();
        int own = image.base().map(base -> stepsOf(base, history)).orElse(0);
        Optional<HistoryEntry> maker =
                image.executable().flatMap(program -> maker(history.subList(own, history.size()), program));
        List<List<Slice>> slices = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            HistoryEntry entry = history.get(i);
            if (i < own) {
                slices.add(List.of(new Slice(entry, true, ofBase(entry), entry.bytes())));
            } else if (maker.filter(made -> made == entry).isPresent()) {
                long program = image.executable().orElseThrow().bytes();
                slices.add(List.of(
                        new Slice(entry, false, entry.ran() ? LEFTOVERS : OTHER, entry.bytes() - program),
                        new Slice(entry, false, PROGRAM, program)));
            } else {
                slices.add(List.of(new Slice(entry, false, ofOwn(entry), entry.bytes())));
            }
        }
        return slices;
    }

    /** What its own instructions brought, those of its base left out. */
    static List<Slice> own(Image image) {
        return byEntry(image).stream()
                .flatMap(List::stream)
                .filter(slice -> !slice.inBase())
                .toList();
    }

    /** How many of the first steps are the base's: another image of the same layers may have more steps than this one. */
    private static int stepsOf(Base base, List<HistoryEntry> history) {
        int steps = 0;
        while (steps < Math.min(base.history().size(), history.size())
                && history.get(steps).isSameStepAs(base.history().get(steps))) {
            steps++;
        }
        return steps;
    }

    /** The last of an image's own instructions that can have brought the program; one that only installs packages as a last resort. */
    private static Optional<HistoryEntry> maker(List<HistoryEntry> own, Executable program) {
        return own.stream()
                .filter(entry -> entry.bytes() >= program.bytes())
                .reduce((earlier, later) -> installs(later) && !installs(earlier) ? earlier : later);
    }

    private static boolean installs(HistoryEntry entry) {
        return INSTALLS.matcher(entry.instruction()).find();
    }

    private static Purpose ofBase(HistoryEntry entry) {
        String instruction = entry.instruction();
        if (C.matcher(instruction).find()) {
            return C_COMPILER;
        }
        if (VERSION_CONTROL.matcher(instruction).find()) {
            return GIT;
        }
        return TOOLCHAIN.matcher(instruction).find() ? GO : SYSTEM;
    }

    private static Purpose ofOwn(HistoryEntry entry) {
        return installs(entry) ? ofBase(entry) : OTHER;
    }

    /** How many bytes serve each purpose, those that no bytes serve left out: by content where that was read, else by history. */
    static Map<Purpose, Long> byPurpose(Image image) {
        Map<Purpose, Long> sums = new EnumMap<>(Purpose.class);
        if (image.content().isPresent()) {
            long all = image.content().map(Content::bytes).orElseThrow();
            long program = image.executable().map(Executable::bytes).orElse(0L);
            sums.put(PROGRAM, Math.min(program, all));
            sums.put(OTHER, Math.max(0, all - program));
        } else {
            byEntry(image).stream()
                    .flatMap(List::stream)
                    .forEach(slice -> sums.merge(slice.purpose(), slice.bytes(), Long::sum));
        }
        sums.values().removeIf(bytes -> bytes == 0);
        return sums;
    }
}
