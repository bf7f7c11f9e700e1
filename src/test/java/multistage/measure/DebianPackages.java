package multistage.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import multistage.facts.Packages;

/**
 * The Debian packages of an image, by the list that dpkg keeps in it (dpkg(1)). The file is read, and dpkg-query not asked, since the base, with
 * which the image is compared, is never started.
 */
record DebianPackages(Map<String, String> versions) {
    private static final String LIST = "/var/lib/dpkg/status";
    /** That of golang:1.23 takes 0.2 MB. */
    private static final int LARGEST = 20_000_000;

    private static final int MOST_CHANGES = 300;
    private static final Pattern NAME = Pattern.compile("(?m)^Package: ([a-z0-9+.-]{1,100})$");
    private static final Pattern VERSION = Pattern.compile("(?m)^Version: ([A-Za-z0-9.+:~-]{1,100})$");

    /** Empty when the image has no list. */
    static Optional<DebianPackages> read(ContainerFiles files) throws IOException {
        return files.read(LIST, LARGEST).map(list -> parse(new String(list.bytes(), StandardCharsets.ISO_8859_1)));
    }

    /** Paragraphs of fields, blank lines between them. */
    static DebianPackages parse(String list) {
        Map<String, String> versions = new TreeMap<>();
        for (String paragraph : list.split("\n\n")) {
            Matcher name = NAME.matcher(paragraph);
            Matcher version = VERSION.matcher(paragraph);
            if (paragraph.contains("\nStatus: install ok installed\n") && name.find() && version.find()) {
                versions.put(name.group(1), version.group(1));
            }
        }
        return new DebianPackages(versions);
    }

    /** How many are installed, and which the base has not, or in another version. */
    Packages since(DebianPackages base) {
        TreeSet<String> names = new TreeSet<>(base.versions.keySet());
        names.addAll(versions.keySet());
        return new Packages(
                versions.size(),
                names.stream()
                        .map(name -> new Packages.Change(
                                name,
                                Optional.ofNullable(base.versions.get(name)),
                                Optional.ofNullable(versions.get(name))))
                        .filter(change -> !change.before().equals(change.after()))
                        .limit(MOST_CHANGES)
                        .toList());
    }
}
