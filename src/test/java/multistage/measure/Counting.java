package multistage.measure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import multistage.facts.Content;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import multistage.facts.Cut;
import multistage.facts.Inventory;
import multistage.facts.Inventory.Folder;

/** Counts what a file system holds. */
final class Counting {
    private static final int LIST_LIMIT = 300;
    private static final int LONGEST_PATH = 300;
    private static final int EXECUTABLE = 0111;
    private static final int SETUID_OR_SETGID = 06000;

    private Counting() {}

    /** A file of several names has one entry that is a file, as {@link Content} has it. */
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
                        .limit(LIST_LIMIT)
                        .map(file -> shown(file.path()))
                        .toList(),
                folders(files),
                Places.in(content));
    }

    private static boolean has(int anyOf, Entry file) {
        return (Integer.parseInt(file.mode(), 8) & anyOf) != 0;
    }

    private static List<Folder> folders(List<Entry> files) {
        return files.stream().collect(Collectors.groupingBy(file -> folder(file.path()))).entrySet().stream()
                .map(folder -> folder(folder.getKey(), folder.getValue()))
                .sorted(Comparator.comparingLong(Folder::bytes).reversed().thenComparing(Folder::path))
                .limit(LIST_LIMIT)
                .toList();
    }

    private static Folder folder(String path, List<Entry> files) {
        return new Folder(
                shown(path),
                files.size(),
                files.stream().mapToLong(Entry::bytes).sum());
    }

    /** The folder of the first two levels that a file lies in or below: {@code /usr/lib} for {@code /usr/lib/git-core/git}. */
    private static String folder(String path) {
        int first = path.indexOf('/', 1);
        int second = first < 0 ? -1 : path.indexOf('/', first + 1);
        int end = second < 0 ? first : second;
        return end < 0 ? "/" : path.substring(0, end);
    }

    private static String shown(String path) {
        return Cut.within(path, LONGEST_PATH);
    }
}
