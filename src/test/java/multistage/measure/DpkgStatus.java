package multistage.measure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.Packages;
import multistage.facts.Packages.Change;

/**
 * The list that dpkg keeps of an image's packages (dpkg(1), deb-control(5)): paragraphs of fields, a blank line between
 * them. What has no name or version as Debian's policy wants them is passed over.
 */
final class DpkgStatus {
    /** Where it lies in an image. */
    static final String PATH = "/var/lib/dpkg/status";
    /** That of golang:1.23 takes 0.2 MB. */
    static final long SIZE_LIMIT = 20_000_000;

    private static final int CHANGES_LIMIT = 300;
    private static final Set<String> FIELDS = Set.of("Package", "Status", "Architecture", "Version");
    private static final String INSTALLED = "install ok installed";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9+.-]{0,99}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.+:~-]{1,100}");
    private static final Pattern ARCHITECTURE = Pattern.compile("[a-z0-9-]{1,30}");

    private final Map<String, String> versions = new TreeMap<>();

    private record Installed(String name, String architecture, String version) {}

    private DpkgStatus(List<Installed> all) {
        String own = all.stream()
                .filter(installed -> installed.name.equals("dpkg"))
                .map(Installed::architecture)
                .findFirst()
                .orElse("all");
        for (Installed installed : all) {
            boolean foreign = !installed.architecture.equals("all") && !installed.architecture.equals(own);
            versions.put(foreign ? installed.name + ":" + installed.architecture : installed.name, installed.version);
        }
    }

    static DpkgStatus parse(byte[] status) {
        List<Installed> all = new ArrayList<>();
        Map<String, String> paragraph = new HashMap<>();
        Stream<String> lines = new String(status, StandardCharsets.ISO_8859_1).lines();
        Stream.concat(lines, Stream.of("")).forEachOrdered(line -> {
            if (line.isBlank()) {
                installed(paragraph).ifPresent(all::add);
                paragraph.clear();
            } else {
                note(line, paragraph);
            }
        });
        return new DpkgStatus(all);
    }

    private static void note(String line, Map<String, String> paragraph) {
        int colon = line.indexOf(':');
        if (colon > 0 && FIELDS.contains(line.substring(0, colon))) {
            paragraph.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
    }

    private static Optional<Installed> installed(Map<String, String> paragraph) {
        String name = paragraph.getOrDefault("Package", "");
        String architecture = paragraph.getOrDefault("Architecture", "all");
        String version = paragraph.getOrDefault("Version", "");
        boolean sound = NAME.matcher(name).matches()
                && ARCHITECTURE.matcher(architecture).matches()
                && VERSION.matcher(version).matches();
        return sound && INSTALLED.equals(paragraph.get("Status"))
                ? Optional.of(new Installed(name, architecture, version))
                : Optional.empty();
    }

    /** How many are installed, and which differ from those of the base; of another architecture, {@code NAME:ARCHITECTURE}. */
    Packages since(DpkgStatus base) {
        Set<String> names = new TreeSet<>(base.versions.keySet());
        names.addAll(versions.keySet());
        return new Packages(
                versions.size(),
                names.stream()
                        .map(name -> new Change(name, base.version(name), version(name)))
                        .filter(change -> !change.before().equals(change.after()))
                        .limit(CHANGES_LIMIT)
                        .toList());
    }

    private Optional<String> version(String name) {
        return Optional.ofNullable(versions.get(name));
    }
}
