package multistage.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Content;
import multistage.facts.Provision;
import multistage.facts.Provision.Kind;

/** Where programs look for what they expect of a system, the likeliest place first; a star is any part of a name. */
final class Places {
    private static final Map<Kind, List<String>> WELL_KNOWN = Map.of(
            Kind.SHELL,
            List.of(
                    "/bin/sh",
                    "/usr/bin/sh",
                    "/bin/bash",
                    "/usr/bin/bash",
                    "/bin/dash",
                    "/usr/bin/dash",
                    "/bin/ash",
                    "/bin/busybox",
                    "/usr/bin/busybox",
                    "/busybox/sh"),
            Kind.DYNAMIC_LOADER,
            List.of(
                    "/lib*/ld-linux*.so.*",
                    "/lib*/ld-musl-*.so.1",
                    "/lib*/ld64.so.*",
                    "/usr/lib*/ld-linux*.so.*",
                    "/usr/lib*/ld-musl-*.so.1",
                    "/usr/lib*/ld64.so.*"),
            // As Go's crypto/x509 does on Linux: files first, then any file in folders.
            Kind.CERTIFICATES,
            List.of(
                    "/etc/ssl/certs/ca-certificates.crt",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    "/etc/ssl/ca-bundle.pem",
                    "/etc/pki/tls/cacert.pem",
                    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
                    "/etc/ssl/cert.pem",
                    "/etc/ssl/certs/*",
                    "/etc/pki/tls/certs/*"),
            Kind.TIME_ZONES,
            List.of("/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/locale/TZ", "/etc/zoneinfo"),
            Kind.USERS,
            List.of("/etc/passwd"),
            Kind.TEMPORARY_FOLDER,
            List.of("/tmp"),
            Kind.PACKAGE_MANAGER,
            List.of(
                    "/usr/bin/apt-get",
                    "/sbin/apk",
                    "/usr/bin/apk",
                    "/usr/bin/dnf",
                    "/usr/bin/microdnf",
                    "/usr/bin/yum",
                    "/usr/bin/tdnf",
                    "/usr/bin/zypper",
                    "/usr/bin/pacman",
                    "/usr/bin/dpkg"));

    private static final Set<String> EXACT =
            all().filter(place -> star(place) < 0).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> STARTS = all().filter(place -> star(place) >= 0)
            .map(place -> place.substring(0, star(place)))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<Kind> FOLDERS = Set.of(Kind.TIME_ZONES, Kind.TEMPORARY_FOLDER);

    private final TreeMap<String, Content.Kind> kinds = new TreeMap<>();

    private Places(Content content) {
        for (Content.Entry entry : content.entries()) {
            if (isOfInterest(entry.path())) {
                kinds.put(entry.path(), entry.kind());
            }
        }
    }

    /** Few are, of the tens of thousands of files that an image may hold: a loop, since a stream for each takes longer. */
    private static boolean isOfInterest(String path) {
        for (String start : STARTS) {
            if (path.startsWith(start)) {
                return true;
            }
        }
        return EXACT.contains(path);
    }

    /** All of them, in their order, each with where that content has it. A link counts as what it should lead to. */
    static List<Provision> in(Content content) {
        Places places = new Places(content);
        return Stream.of(Kind.values())
                .map(kind -> new Provision(kind, places.first(kind)))
                .toList();
    }

    private Optional<String> first(Kind kind) {
        Content.Kind wanted = FOLDERS.contains(kind) ? Content.Kind.FOLDER : Content.Kind.FILE;
        return WELL_KNOWN.get(kind).stream()
                .flatMap(this::at)
                .filter(path -> kinds.get(path) == wanted || kinds.get(path) == Content.Kind.LINK)
                .findFirst();
    }

    private static Stream<String> all() {
        return WELL_KNOWN.values().stream().flatMap(List::stream);
    }

    private static int star(String place) {
        return place.indexOf('*');
    }

    private Stream<String> at(String place) {
        int star = star(place);
        if (star < 0) {
            return Stream.of(place).filter(kinds::containsKey);
        }
        String start = place.substring(0, star);
        Pattern pattern = Pattern.compile("\\Q" + place.replace("*", "\\E[^/]{0,100}\\Q") + "\\E");
        return kinds.tailMap(start).keySet().stream()
                .takeWhile(path -> path.startsWith(start))
                .filter(path -> pattern.matcher(path).matches());
    }
}
