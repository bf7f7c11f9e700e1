package multistage.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Unseen;
import multistage.facts.Variant;

/**
 * What a run is about.
 *
 * @param kind whose demo, or demos, it is
 * @param name how reports call it
 * @param demos the lesson's one, a student's one, or those of a class, by their names
 * @param folders how the folder is called in which something is left of a student of a class, by the student's name
 */
public record Subject(Kind kind, String name, List<Demo> demos, Map<String, String> folders) {

    private static final Pattern NO_STUDENT = Pattern.compile("\\..*|__MACOSX");

    /** Whose demos they are. */
    public enum Kind {
        LESSON,
        STUDENT,
        CLASS
    }

    public Subject {
        demos = List.copyOf(demos);
        folders = Map.copyOf(folders);
    }

    private Subject(Kind kind, Demo demo) {
        this(kind, demo.name(), List.of(demo), Map.of());
    }

    /** A class of these students, of which this part is taken. */
    private static Subject ofClass(String name, List<Demo> students, Shard part) {
        return new Subject(
                Kind.CLASS,
                name,
                students.stream().filter(student -> part.takes(student.name())).toList(),
                StudentFolders.of(students.stream().map(Demo::name).toList()));
    }

    /**
     * What the options of a run name: without -Ddemo the lesson's own demo; else a student's folder, which holds one of the two
     * Dockerfiles, or a folder with a folder for each student of a class, of which -Dshard takes a part.
     *
     * @param demo what -Ddemo says; null where it is not given
     * @param shard what -Dshard says; null where it is not given
     * @throws IllegalArgumentException when there is nothing of that kind; says what there is
     */
    public static Subject of(String demo, String shard) {
        if (shard != null && demo == null) {
            throw new IllegalArgumentException(
                    "-Dshard=" + shard + " takes a part of a class: name that with -Ddemo=DIR");
        }
        return demo == null ? new Subject(Kind.LESSON, Demo.reference()) : in(folder(demo), shard);
    }

    /** An empty one is most likely a variable of CI that was not set: to take the lesson's own demo then would pass everybody. */
    private static Path folder(String demo) {
        if (demo.isBlank()) {
            throw new IllegalArgumentException("-Ddemo= names no folder; it takes a student's, or a class's");
        }
        Path folder = path(demo);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("-Ddemo=" + demo + ": there is no folder " + folder
                    + (Path.of(demo).isAbsolute() ? "" : ", which is relative to the folder of this project"));
        }
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("-Ddemo=" + demo + ": " + folder + " cannot be read", e);
        }
    }

    private static Path path(String demo) {
        try {
            return Path.of(demo).toAbsolutePath().normalize();
        } catch (InvalidPathException otherLocale) {
            throw new IllegalArgumentException("-Ddemo=" + demo + " cannot be read as a folder's name in this locale:"
                    + " set LC_ALL=C.UTF-8 before mvn, or name a folder without accents");
        }
    }

    private static Subject in(Path folder, String shard) {
        String name = shown(folder);
        if (isDemo(folder)) {
            if (shard != null) {
                throw new IllegalArgumentException(
                        "-Dshard=" + shard + " takes a part of a class, and " + folder + " is one demo");
            }
            return new Subject(Kind.STUDENT, new Demo(name, folder));
        }
        List<Demo> students = students(folder);
        if (students.stream().noneMatch(student -> isDemo(student.folder()))) {
            throw new IllegalArgumentException(folder + " holds neither " + dockerfiles(" nor ")
                    + ", and none of its folders holds one: there is no demo to check");
        }
        Shard part = shard == null ? Shard.WHOLE : Shard.parse(shard);
        return ofClass(name, students, part);
    }

    private static boolean isDemo(Path folder) {
        return Arrays.stream(Variant.values()).anyMatch(variant -> Files.exists(folder.resolve(variant.dockerfile())));
    }

    /** Each folder is one, whatever it holds, but for those that are hidden, as version control's is, and what macOS packs beside. */
    private static List<Demo> students(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> students = all.filter(Files::isDirectory)
                    .filter(student -> !NO_STUDENT
                            .matcher(student.getFileName().toString())
                            .matches())
                    .sorted()
                    .toList();
            Map<String, Long> alike =
                    students.stream().collect(Collectors.groupingBy(Subject::shown, Collectors.counting()));
            return students.stream()
                    .map(student ->
                            new Demo(alike.get(shown(student)) == 1 ? shown(student) : unlike(student), student))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the class in " + folder + " cannot be read", e);
        }
    }

    /** A folder's name on one line, without anything unseen: it is whatever somebody called it. */
    private static String shown(Path folder) {
        return Unseen.blanked(
                Optional.ofNullable(folder.getFileName()).orElse(folder).toString());
    }

    /** A name for one of several who are shown alike. */
    private static String unlike(Path student) {
        return StudentFolders.of(student.getFileName().toString());
    }

    private static String dockerfiles(String between) {
        return String.join(
                between,
                Arrays.stream(Variant.values()).map(Variant::dockerfile).toList());
    }
}
