package multistage.proof;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.demo.Demo;
import multistage.facts.Variant;

/**
 * A demo of which it is known what the claims must make of it. Its folder holds what differs from the lesson's demo, and
 * {@code demo.properties}: what is wrong as a comment, and for a wrong one these.
 *
 * <dl>
 *   <dt>{@code claim} <dd>the claim that must fail
 *   <dt>{@code message} <dd>what its message must hold
 *   <dt>{@code also} <dd>the claims that fail in consequence, if any do, separated by commas
 *   <dt>{@code without} <dd>a file of the lesson's that this demo does not have
 *   <dt>{@code build.seconds} <dd>how long each of its builds may take, where that is not what is usual
 * </dl>
 *
 * @param folder where it lies
 * @param properties what its file of properties says
 */
record KnownDemo(Path folder, Properties properties) {
    static final Path WRONG = Path.of("src", "test", "resources", "wrong-demos");
    static final Path RIGHT = Path.of("src", "test", "resources", "right-demos");
    static final String PROPERTIES = "demo.properties";

    /**
     * The right ones, which fill the build cache for the others, and then the wrong ones.
     *
     * @param names a regular expression for their names
     * @throws IllegalArgumentException when that is no demo's name
     */
    static List<KnownDemo> chosen(String names) {
        List<KnownDemo> chosen = Stream.of(RIGHT, WRONG)
                .flatMap(parent -> in(parent).stream())
                .filter(demo -> demo.name().matches(names))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no demo is called " + names + "; they are called like their folders in "
                    + RIGHT + " and " + WRONG);
        }
        return chosen;
    }

    /** All in that folder, by their names. */
    static List<KnownDemo> in(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.sorted().map(KnownDemo::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownDemo read(Path folder) {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve(PROPERTIES))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KnownDemo(folder, properties);
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** The claim that a wrong one breaks; a right one breaks none. */
    Optional<String> claim() {
        return value("claim");
    }

    Optional<String> message() {
        return value("message");
    }

    /** All claims that must fail, and no other may. */
    Set<String> failing() {
        return Stream.concat(
                        claim().stream(), value("also").stream().flatMap(also -> Stream.of(also.split("\\s*,\\s*"))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Optional<Duration> buildLimit() {
        return value("build.seconds").map(Long::parseLong).map(Duration::ofSeconds);
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(properties.getProperty(key)).filter(value -> !value.isBlank());
    }

    /** The whole demo, in a folder of its name in this one: what it does not hold is the lesson's. */
    Demo completeIn(Path parent) {
        try {
            Path whole = Files.createDirectory(parent.resolve(name()));
            for (Variant variant : Variant.values()) {
                if (!variant.dockerfile().equals(properties.getProperty("without"))) {
                    Files.copy(Demo.reference().dockerfile(variant), whole.resolve(variant.dockerfile()));
                }
            }
            try (Stream<Path> own = Files.list(folder)) {
                for (Path file : own.filter(file -> !file.endsWith(PROPERTIES)).toList()) {
                    Path place = whole.resolve(file.getFileName());
                    Files.deleteIfExists(place);
                    Files.copy(file, place);
                }
            }
            return new Demo(name(), whole);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo " + folder + " cannot be completed in " + parent, e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
