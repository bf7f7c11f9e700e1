package multistage.dependencies;

import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The document that names what the project takes, against the files that take it and the licences that these things declare. */
class DependenciesTest {
    private static final Path DOCUMENT = Path.of("docs", "dependencies.md");
    /** A table's row: what is taken, and its licences. */
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|.*\\| ([^|]+) \\|$", Pattern.MULTILINE);
    /** A line of licences that may come in. */
    private static final Pattern ALLOWED = Pattern.compile("^- `(.*)`:", Pattern.MULTILINE);

    private static final Pattern ACTION = Pattern.compile("uses: ([^@\\s]+)@");
    private static final Pattern CALLED_PLUGIN = Pattern.compile("([a-z.]+:[a-z-]*maven-[a-z-]*plugin):[0-9]");

    /** How POMs spell what SPDX names so. */
    private static final Map<Pattern, String> SPELLINGS = Map.of(
            Pattern.compile("(The )?Apache (Software )?(License,? )?(Version )?2\\.0"), "Apache-2.0",
            Pattern.compile("BSD 2-Clause License"), "BSD-2-Clause",
            // Go's has these words, and so has that of ASM, which ArchUnit carries and calls by three letters.
            Pattern.compile("The BSD 3-Clause License|BSD Licence 3|Go License|BSD"), "BSD-3-Clause",
            Pattern.compile("Eclipse Public License (- )?v ?2\\.0"), "EPL-2.0",
            Pattern.compile("(The )?MIT License"), "MIT",
            Pattern.compile("Mozilla Public License, Version 2\\.0"), "MPL-2.0");

    /** Maven's local one, in which AssertJ's jar lies five steps down. */
    private final Path repository = Path.of(URI.create(Assertions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()))
            .resolve("../../../../..")
            .normalize();

    @Test
    void everythingThatIsTakenStandsInTheDocumentAndNothingElseDoes() throws IOException {
        Set<String> taken = new TreeSet<>();
        named().map(Artifact::name).forEach(taken::add);
        for (Path script : scriptsAndWorkflows()) {
            found(ACTION, script).forEach(taken::add);
            found(CALLED_PLUGIN, script).forEach(taken::add);
        }

        assertThat(documented().keySet()).as("rows of %s", DOCUMENT).containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void theLicencesInTheDocumentAreThoseThatEachDeclaresItself() throws IOException {
        Map<String, Set<String>> documented = documented();
        Map<String, Set<String>> declared = Stream.concat(onTheClassPath(), named())
                .distinct()
                .filter(each -> documented.containsKey(each.name()) && Files.exists(repository.resolve(each.pom())))
                .collect(toMap(Artifact::name, this::licences));

        assertThat(declared)
                .containsKeys("org.testcontainers:testcontainers", "org.apache.maven.plugins:maven-surefire-plugin");
        assertThat(documented).as("rows of %s", DOCUMENT).containsAllEntriesOf(declared);
    }

    @Test
    void eachLibraryAndAllThatItBringsIsToBeHadUnderALicenceThatTheDocumentAllows() throws IOException {
        Set<String> allowed = found(ALLOWED, DOCUMENT)
                .flatMap(line -> Stream.of(line.split("`, `")))
                .collect(toSet());

        Map<String, Set<String>> licences = onTheClassPath().collect(toMap(Artifact::name, this::licences));

        assertThat(licences)
                .as("what Maven resolves")
                .containsKeys("org.testcontainers:testcontainers", "net.java.dev.jna:jna");
        licences.values().removeIf(each -> !disjoint(each, allowed));
        assertThat(licences).as("under none of %s", allowed).isEmpty();
    }

    private static Map<String, Set<String>> documented() throws IOException {
        return ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .collect(toMap(row -> row.group(1), row -> Set.of(row.group(2).split(", "))));
    }

    private static Stream<Artifact> named() {
        return Stream.of("pom.xml", ".ci/mutation.pom.xml")
                .map(Path::of)
                .map(Pom::read)
                .flatMap(Pom::taken);
    }

    private Stream<Artifact> onTheClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry ->
                        entry.startsWith(repository) && entry.toString().endsWith(".jar"))
                .map(jar -> Artifact.at(repository.relativize(jar)));
    }

    /** Of its own POM, else of its parent's. */
    private Set<String> licences(Artifact artifact) {
        Pom pom = Pom.read(repository.resolve(artifact.pom()));
        Set<String> own = pom.licences().map(DependenciesTest::inWordsOfSpdx).collect(toSet());
        return own.isEmpty() ? pom.parent().map(this::licences).orElse(own) : own;
    }

    private static String inWordsOfSpdx(String licence) {
        return SPELLINGS.entrySet().stream()
                .filter(spelling -> spelling.getKey().matcher(licence).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(licence);
    }

    private static List<Path> scriptsAndWorkflows() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of(".ci"));
                Stream<Path> workflows = Files.list(Path.of(".github", "workflows"))) {
            return Stream.concat(scripts, workflows).toList();
        }
    }

    private static Stream<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results().map(match -> match.group(1));
    }
}
