package multistage.measure;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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

    /** Type, permissions, bytes, names, device and inode, path. */
    private static final Pattern RECORD =
            Pattern.compile("(.),([0-7]{1,4}),(\\d{1,13}),(\\d{1,18}),([^,]+),(/.*)", Pattern.DOTALL);

    /** So many of a kind are shown, and so many characters of a path. */
    private static final int SHOWN = 300;

    private static final int EXECUTABLE = 0111;
    private static final int SETUID_OR_SETGID = 06000;

    /** Where programs look for what they expect of a system, the likeliest place first; certificates as Go's crypto/x509 does. */
    private static final Map<Provision.Kind, List<Pattern>> PLACES = Map.of(
            Provision.Kind.SHELL,
                    places("/(usr/)?bin/sh", "/(usr/)?bin/(ba|da|a)sh", "/(usr/)?bin/busybox|/busybox/sh"),
            Provision.Kind.DYNAMIC_LOADER,
                    places("/(usr/)?lib[^/]{0,100}/ld(64|-linux[^/]{0,100}|-musl-[^/]{0,100})\\.so\\.[^/]{1,100}"),
            Provision.Kind.CERTIFICATES,
                    places(
                            "/etc/ssl/certs/ca-certificates\\.crt",
                            "/etc/pki/tls/certs/ca-bundle\\.crt|/etc/ssl/ca-bundle\\.pem|/etc/pki/tls/cacert\\.pem"
                                    + "|/etc/pki/ca-trust/extracted/pem/tls-ca-bundle\\.pem|/etc/ssl/cert\\.pem",
                            "/etc/(ssl|pki/tls)/certs/[^/]{1,100}\\.(pem|crt|0)"),
            Provision.Kind.TIME_ZONES, places("/usr/share/(lib/)?zoneinfo|/usr/lib/locale/TZ|/etc/zoneinfo"),
            Provision.Kind.USERS, places("/etc/passwd"),
            Provision.Kind.TEMPORARY_FOLDER, places("/tmp"),
            Provision.Kind.PACKAGE_MANAGER,
                    places(
                            "/usr/bin/apt-get|/(usr/)?s?bin/apk|/usr/bin/((micro)?dnf5?|yum|tdnf|zypper|pacman)",
                            "/usr/bin/dpkg"));

    private FileInventory() {}

    private static List<Pattern> places(String... patterns) {
        return Stream.of(patterns).map(Pattern::compile).toList();
    }

    /** The command that lists a container's files but those that were written since it was created, each with a zero behind it. */
    static List<String> listing(String created) {
        return List.of("find / -xdev -not ( -type f -newerct %s ) -printf %%y,%%m,%%s,%%n,%%D:%%i,%%p\\0"
                .formatted(created)
                .split(" "));
    }

    /** What is listed; empty when it is no such listing, or a cut one. A file's bytes count once: its further names are links. */
    static Optional<Content> content(byte[] listing) {
        String text = new String(listing, StandardCharsets.UTF_8);
        List<Matcher> records = Stream.of(text.split("\0")).map(RECORD::matcher).toList();
        if (!text.endsWith("\0") || !records.stream().allMatch(Matcher::matches)) {
            return Optional.empty();
        }
        Set<String> met = new HashSet<>();
        return Optional.of(new Content(records.stream()
                .sorted(Comparator.comparing(record -> record.group(6)))
                .map(record -> entry(record, met))
                .toList()));
    }

    private static Entry entry(Matcher record, Set<String> met) {
        Kind kind = switch (record.group(1)) {
            case "f" -> record.group(4).equals("1") || met.add(record.group(5)) ? Kind.FILE : Kind.LINK;
            case "d" -> Kind.FOLDER;
            case "l" -> Kind.LINK;
            default -> Kind.OTHER;
        };
        String mode = "0".repeat(4 - record.group(2).length()) + record.group(2);
        return new Entry(record.group(6), kind, kind == Kind.FILE ? Long.parseLong(record.group(3)) : 0, mode);
    }

    /** Counts what there is. */
    static Inventory of(Content content) {
        List<Entry> files = content.entries().stream()
                .filter(entry -> entry.kind() == Kind.FILE)
                .toList();
        return new Inventory(
                files.size(),
                content.bytes() - content.hiddenBytes(),
                files.stream().filter(file -> has(EXECUTABLE, file)).count(),
                files.stream()
                        .filter(file -> has(SETUID_OR_SETGID, file))
                        .limit(SHOWN)
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
                .limit(SHOWN)
                .toList();
    }

    /** The folder of the first two levels that a file lies in or below: {@code /usr/lib} for {@code /usr/lib/git-core/git}. */
    private static String folder(String path) {
        String[] names = path.split("/", 4);
        return "/" + String.join("/", List.of(names).subList(1, names.length - 1));
    }

    private static String shown(String path) {
        return Cut.within(Unseen.escaped(path), SHOWN);
    }

    private static List<Provision> provisions(Content content) {
        List<String> paths = content.entries().stream().map(Entry::path).toList();
        return Stream.of(Provision.Kind.values())
                .map(kind -> new Provision(
                        kind,
                        PLACES.get(kind).stream()
                                .flatMap(place -> paths.stream().filter(place.asMatchPredicate()))
                                .findFirst()))
                .toList();
    }
}
