package multistage.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import multistage.facts.Variant;

/**
 * A folder with the two Dockerfiles that the lesson is about.
 *
 * @param name how reports call it
 * @param folder where they lie
 */
public record Demo(String name, Path folder) {

    /** The lesson's own two Dockerfiles. */
    public static Demo reference() {
        Path folder = Path.of("docker").toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    "there is no folder " + folder + ": run the tests from the project's own folder");
        }
        return new Demo("the lesson's demo", folder);
    }

    /** The file that builds that variant's image. */
    public Path dockerfile(Variant variant) {
        return folder.resolve(variant.dockerfile());
    }
}
