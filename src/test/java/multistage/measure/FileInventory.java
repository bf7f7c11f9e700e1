package multistage.measure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Content;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import multistage.facts.Cut;
import multistage.facts.Inventory;
import multistage.facts.Inventory.Folder;
import multistage.facts.Provision;
import multistage.facts.Unseen;

/**
 * Counts what a file system holds, and lists it from inside of a running container where its image is large: that takes GNU
 * find a fraction of a second, where reading the image takes many.
 */
final class FileInventory {
    /** That of golang:1.23 takes 2.3 MB. */
    static final int LISTING_LIMIT = 16_000_000;

    private static final int WORDS = 6;
    private static final int LONGEST_PATH = 4096;
    /** Found in every container, whatever its image holds. */
    private static final Set<String> ENGINES_OWN = Set.of(
            "/", "/.dockerenv", "/run/.containerenv", "/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/etc/mtab");

    private static final int SHOWN_ITEMS = 300;
    private static final int SHOWN_PATH = 300;
    private static final int EXECUTABLE = 0111;
    private static final int SETUID_OR_SETGID = 06000;

    /** Where programs look for what they expect of a system, the likeliest place first; certificates as Go's crypto/x509 does. */
    private static final Map<Provision.Kind, List<Pattern>> PLACES = Map.of(
            Provision.Kind.SHELL,
                    places("/(usr/)?bin/sh", "/(usr/)?bin/(ba|da|a)sh", "/(usr/)?bin/busybox|/busybox/sh"),
            Provision.Kind.DYNAMIC_LOADER, places("/(usr/)?lib[^/]*/ld(64|-linux[^/]*|-musl-[^/]*)\\.so\\.[^/]*"),
            Provision.Kind.CERTIFICATES,
                    places(
                            "/etc/ssl/certs/ca-certificates\\.crt",
                            "/etc/pki/tls/certs/ca-bundle\\.crt|/etc/ssl/ca-bundle\\.pem|/etc/pki/tls/cacert\\.pem"
                                    + "|/etc/pki/ca-trust/extracted/pem/tls-ca-bundle\\.pem|/etc/ssl/cert\\.pem",
                            "/etc/(ssl|pki/tls)/certs/[^/]+"),
            Provision.Kind.TIME_ZONES, places("/usr/share/(lib/)?zoneinfo|/usr/lib/locale/TZ|/etc/zoneinfo"),
            Provision.Kind.USERS, places("/etc/passwd"),
            Provision.Kind.TEMPORARY_FOLDER, places("/tmp"),
            Provision.Kind.PACKAGE_MANAGER,
                    places(
                            "/usr/bin/apt-get|/(usr/)?s?bin/apk|/usr/bin/((micro)?dnf5?|yum|tdnf|zypper|pacman)",
                            "/usr/bin/dpkg"));

    private static final Pattern ANY_PLACE = Pattern.compile(
            PLACES.values().stream().flatMap(List::stream).map(Pattern::pattern).collect(Collectors.joining("|")));

    private FileInventory() {}

    private static List<Pattern> places(String... patterns) {
        return Stream.of(patterns).map(Pattern::compile).toList();
    }

    /**
     * The command that lists a container's files, without what its program has written: a record for each, ended by a zero.
     *
     * @param created when the container was created, as its engine tells it
     */
    static List<String> listing(String created) {
        return List.of(
                "find",
                "/",
                "-xdev",
                "-not",
                "(",
                "-type",
                "f",
                "-newerct",
                created,
                ")",
                "-printf",
                "%y %m %s %n %D:%i %p\\0"); // type, permissions, bytes, names, device and inode, path
    }

    /** What is listed; empty when it is no such listing, or a cut one. A file's bytes count once: its further names are links. */
    static Optional<Content> content(byte[] listing) {
        List<String[]> records = new ArrayList<>();
        int start = 0;
        for (int end = 0; end < listing.length; end++) {
            if (listing[end] == 0) {
                records.add(new String(listing, start, end - start, StandardCharsets.UTF_8).split(" ", WORDS));
                start = end + 1;
            }
        }
        if (start == 0 || start < listing.length || !records.stream().allMatch(FileInventory::isSound)) {
            return Optional.empty();
        }
        Set<String> met = new HashSet<>();
        return Optional.of(new Content(records.stream()
                .filter(record -> !ENGINES_OWN.contains(record[5]))
                .sorted(Comparator.comparing(record -> record[5]))
                .map(record -> entry(record, met))
                .toList()));
    }

    private static boolean isSound(String[] record) {
        return record.length == WORDS
                && record[0].length() == 1
                && isNumber(record[1], 8, 4)
                && isNumber(record[2], 10, 13)
                && isNumber(record[3], 10, 18)
                && record[5].startsWith("/")
                && record[5].length() <= LONGEST_PATH;
    }

    private static boolean isNumber(String word, int radix, int longest) {
        return !word.isEmpty()
                && word.length() <= longest
                && word.chars().allMatch(digit -> digit >= '0' && digit < '0' + radix);
    }

    private static Entry entry(String[] record, Set<String> met) {
        Kind kind = switch (record[0]) {
            case "f" -> record[3].equals("1") || met.add(record[4]) ? Kind.FILE : Kind.LINK;
            case "d" -> Kind.FOLDER;
            case "l" -> Kind.LINK;
            default -> Kind.OTHER;
        };
        String mode = "0".repeat(4 - record[1].length()) + record[1];
        return new Entry(record[5], kind, kind == Kind.FILE ? Long.parseLong(record[2]) : 0, mode);
    }

    /** Counts what there is. */
    static Inventory of(Content content) {
        List<Entry> files = content.entries().stream()
                .filter(entry -> entry.kind() == Kind.FILE)
                .toList();
        return new Inventory(
                files.size(),
                content.bytes(),
                files.stream().filter(file -> has(EXECUTABLE, file)).count(),
                files.stream()
                        .filter(file -> has(SETUID_OR_SETGID, file))
                        .limit(SHOWN_ITEMS)
                        .map(file -> shown(file.path()))
                        .toList(),
                folders(files),
                provisions(content));
    }

    private static boolean has(int anyOf, Entry file) {
        return (Integer.parseInt(file.mode(), 8) & anyOf) != 0;
    }

    private static List<Folder> folders(List<Entry> files) {
        return files.stream().collect(Collectors.groupingBy(file -> folder(file.path()))).entrySet().stream()
                .map(folder -> new Folder(
                        shown(folder.getKey()),
                        folder.getValue().size(),
                        folder.getValue().stream().mapToLong(Entry::bytes).sum()))
                .sorted(Comparator.comparingLong(Folder::bytes).reversed().thenComparing(Folder::path))
                .limit(SHOWN_ITEMS)
                .toList();
    }

    /** The folder of the first two levels that a file lies in or below: {@code /usr/lib} for {@code /usr/lib/git-core/git}. */
    private static String folder(String path) {
        int first = path.indexOf('/', 1);
        int second = first < 0 ? -1 : path.indexOf('/', first + 1);
        int end = second < 0 ? first : second;
        return end < 0 ? "/" : path.substring(0, end);
    }

    private static String shown(String path) {
        return Cut.within(Unseen.escaped(path), SHOWN_PATH);
    }

    private static List<Provision> provisions(Content content) {
        List<Entry> candidates = content.entries().stream()
                .filter(entry -> ANY_PLACE.matcher(entry.path()).matches())
                .toList();
        return Stream.of(Provision.Kind.values())
                .map(kind -> new Provision(kind, first(kind, candidates)))
                .toList();
    }

    /** A link counts as what it should lead to. */
    private static Optional<String> first(Provision.Kind kind, List<Entry> candidates) {
        boolean folder = kind == Provision.Kind.TIME_ZONES || kind == Provision.Kind.TEMPORARY_FOLDER;
        return PLACES.get(kind).stream()
                .flatMap(place -> candidates.stream()
                        .filter(entry -> place.matcher(entry.path()).matches()))
                .filter(entry -> entry.kind() == Kind.LINK || entry.kind() == (folder ? Kind.FOLDER : Kind.FILE))
                .map(entry -> shown(entry.path()))
                .findFirst();
    }
}
