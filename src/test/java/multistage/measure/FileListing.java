package multistage.measure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import multistage.facts.Content;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;

/**
 * What a container's file system holds, as GNU find lists it from inside: of a large image that takes a fraction of a
 * second, where exporting it takes many. What the engine mounts there is left out, and so is what find may not enter.
 */
final class FileListing {
    /** A record a file, ended by a zero, which no path holds: type, permissions, bytes, names, device and inode, path. */
    static final List<String> COMMAND = List.of("find", "/", "-xdev", "-printf", "%y %m %s %n %D:%i %p\\0");

    /** That of golang:1.23 takes 2.3 MB. */
    static final int SIZE_LIMIT = 32_000_000;

    private static final int WORDS = 6;
    private static final int LONGEST_PATH = 4096;
    private static final int FILES_LIMIT = 500_000;

    /** Found in every container, whatever its image holds. */
    private static final Set<String> ENGINES_OWN = Set.of(
            "/", "/.dockerenv", "/run/.containerenv", "/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/etc/mtab");

    private final List<Found> all = new ArrayList<>();

    /**
     * What one record tells.
     *
     * @param twins what all names of a file of several names have in common; empty for all else
     */
    private record Found(Entry entry, Optional<String> twins) {
        /** Nothing for what is no record. Words and no pattern, since there are tens of thousands of them. */
        static Optional<Found> of(String record) {
            String[] words = record.split(" ", WORDS);
            boolean sound = words.length == WORDS
                    && words[0].length() == 1
                    && isNumber(words[1], 8, 4)
                    && isNumber(words[2], 10, 13)
                    && isNumber(words[3], 10, 18)
                    && words[5].startsWith("/")
                    && words[5].length() <= LONGEST_PATH;
            return sound ? Optional.of(of(words)) : Optional.empty();
        }

        private static Found of(String[] words) {
            Kind kind = kind(words[0]);
            String mode = "0".repeat(4 - words[1].length()) + words[1];
            long bytes = kind == Kind.FILE ? Long.parseLong(words[2]) : 0;
            boolean severalNames = kind == Kind.FILE && !words[3].equals("1");
            return new Found(
                    new Entry(words[5], kind, bytes, mode), severalNames ? Optional.of(words[4]) : Optional.empty());
        }

        private static boolean isNumber(String word, int radix, int longest) {
            boolean sound = !word.isEmpty() && word.length() <= longest;
            for (int i = 0; sound && i < word.length(); i++) {
                sound = word.charAt(i) >= '0' && word.charAt(i) < '0' + radix;
            }
            return sound;
        }

        private static Kind kind(String type) {
            return switch (type) {
                case "f" -> Kind.FILE;
                case "d" -> Kind.FOLDER;
                case "l" -> Kind.LINK;
                default -> Kind.OTHER;
            };
        }
    }

    private FileListing() {}

    /** Nothing when it is no such listing, or a cut one. A file's bytes count once: its further names are links. */
    static Optional<Content> parse(byte[] listing) {
        FileListing files = new FileListing();
        return files.readRecords(listing) ? Optional.of(files.content()) : Optional.empty();
    }

    private boolean readRecords(byte[] listing) {
        int start = 0;
        for (int end = 0; end < listing.length; end++) {
            if (listing[end] == 0) {
                Optional<Found> found = Found.of(new String(listing, start, end - start, StandardCharsets.UTF_8));
                if (found.isEmpty() || all.size() == FILES_LIMIT) {
                    return false;
                }
                all.add(found.get());
                start = end + 1;
            }
        }
        return start > 0 && start == listing.length;
    }

    private Content content() {
        Set<String> met = new HashSet<>();
        return new Content(all.stream()
                .filter(found -> !ENGINES_OWN.contains(found.entry.path()))
                .sorted(Comparator.comparing(found -> found.entry.path()))
                .map(found -> found.twins.map(met::add).orElse(true) ? found.entry : again(found.entry))
                .toList());
    }

    private static Entry again(Entry file) {
        return new Entry(file.path(), Kind.LINK, 0, file.mode());
    }
}
