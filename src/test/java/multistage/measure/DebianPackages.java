package multistage.measure;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import multistage.facts.Packages;

/** The Debian packages of an image, by the list in it: dpkg-query cannot be asked, since neither image nor base need run here. */
final class DebianPackages {
    static final String LIST = "/var/lib/dpkg/status";

    private static final int MOST_CHANGES = 300;
    private static final Pattern NAME = Pattern.compile("(?m)^Package: ([a-z0-9+.-]{1,100})$");
    private static final Pattern VERSION = Pattern.compile("(?m)^Version: ([A-Za-z0-9.+:~-]{1,100})$");

    private DebianPackages() {}

    /** How many a list says are installed, and which the base's list has not, or in another version. */
    static Packages since(String baseList, String list) {
        Map<String, String> before = versions(baseList);
        Map<String, String> after = versions(list);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> before.getOrDefault(name, "").equals(after.getOrDefault(name, "")));
        return new Packages(
                after.size(),
                names.stream()
                        .limit(MOST_CHANGES)
                        .map(name -> new Packages.Change(
                                name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name))))
                        .toList());
    }

    private static Map<String, String> versions(String list) {
        Map<String, String> versions = new TreeMap<>();
        for (String paragraph : list.split("\n\n")) {
            Matcher name = NAME.matcher(paragraph);
            Matcher version = VERSION.matcher(paragraph);
            if (paragraph.contains("\nStatus: install ok installed\n") && name.find() && version.find()) {
                versions.put(name.group(1), version.group(1));
            }
        }
        return versions;
    }
}
