package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import multistage.demo.Demo;
import multistage.docker.fixtures.OpenEngine;
import multistage.facts.BuildFacts;
import multistage.facts.Variant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Builds on a real engine: what they find of a demo's folder and of this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageBuilderIT {
    private static final String ALL_OF_IT = "FROM scratch\nCOPY . /context/\nENTRYPOINT [\"/none\"]\n";

    @AutoClose
    private OpenEngine open;

    private Path folder;
    private String image;

    @BeforeAll
    void open(@TempDir Path logs) {
        open = OpenEngine.withLogsIn(logs);
    }

    @BeforeEach
    void aDemo(@TempDir Path demo) {
        folder = demo;
        image = open.engine().newImageName(Variant.MULTI);
    }

    @Test
    void theFolderIsSentAsTheDockerCommandSendsIt() throws Exception {
        write("Dockerfile-multi", ALL_OF_IT);
        write("Dockerfile", "another, and no Dockerfile at all");
        write(".dockerignore", """
                # what is not needed
                **/node_modules
                /build
                !build/keep/**
                *.log
                !important.log
                docs/**/*.m?
                """);
        for (String file : new String[] {
            "node_modules/x",
            "a/node_modules/b/c",
            "a/node_modules.txt",
            "build/x",
            "build/keep/y",
            "x.log",
            "important.log",
            "a/x.log",
            "docs/a.md",
            "docs/b/c/d.md",
            "docs/b/e.txt",
            "é à.txt",
            "deep/" + "name/".repeat(40) + "x"
        }) {
            write(file, file);
        }
        Files.setPosixFilePermissions(write("run", "x"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.createDirectory(folder.resolve("empty"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("docs/b/e.txt"));
        Files.createSymbolicLink(folder.resolve("out"), Path.of("../nowhere"));

        assertThat(build().failure()).isEmpty();
        Map<String, String> sent = inTheImage();

        assertThat(sent)
                .containsKeys("build/keep/y", "important.log", "a/x.log", "docs/b/e.txt", "Dockerfile")
                .doesNotContainKeys("node_modules/", "build/x", "x.log", "docs/b/c/d.md", "a/node_modules/");
        assertThat(sent).isEqualTo(byTheDockerCommand());
    }

    @Test
    void aBuildHasNoVariableOfThisMachines() throws IOException {
        String names = "RUN : " + UUID.randomUUID() // never from the build cache, which prints nothing
                + "; echo names: $(env | cut -d= -f1 | grep -vi _proxy | sort); false";
        write("Dockerfile-multi", "FROM golang:1.23\n" + names + "\n");

        assertThat(build().failure().orElseThrow().english().lines())
                .filteredOn(line -> line.startsWith("  names: "))
                .singleElement()
                .asString()
                .matches("  names:( (GO[A-Z_]+|HOME|HOSTNAME|PATH|PWD|OLDPWD|SHLVL|_))+");
    }

    @Test
    void aBuildIsToldTheProxiesAndNobodysPassword() {
        assertThat(ImageBuilder.proxies(Map.of(
                        "http_proxy", "http://user:p@ss@proxy:3128",
                        "HTTPS_PROXY", "proxy:3128",
                        "no_proxy", "",
                        "TOKEN", "x")))
                .isEqualTo(Map.of("http_proxy", "http://proxy:3128", "HTTPS_PROXY", "proxy:3128"));
    }

    private BuildFacts build() {
        return open.build(new Demo("a demo", folder), Variant.MULTI, image);
    }

    /** What the same build holds when the docker command sends the folder; where there is no such command, that is not compared. */
    private Map<String, String> byTheDockerCommand() throws IOException, InterruptedException {
        Path dockerfile = folder.resolve("Dockerfile-multi");
        List<String> command = List.of(
                "docker",
                "build",
                "--no-cache",
                "-q",
                "-f",
                dockerfile.toString(),
                "-o",
                "type=tar,dest=-",
                folder.toString());
        Process docker;
        try {
            docker = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            return abort("there is no docker command: " + none);
        }
        Map<String, String> listed = listed(docker.getInputStream());
        assumeThat(docker.waitFor()).as("exit code of docker build").isZero();
        return listed;
    }

    /** What the image holds of the folder. */
    private Map<String, String> inTheImage() throws IOException {
        DockerClient client = open.engine().client();
        String container = client.createContainerCmd(image)
                .withLabels(open.engine().containerLabels())
                .exec()
                .getId();
        try (InputStream tar =
                client.copyArchiveFromContainerCmd(container, "/context").exec()) {
            return listed(tar);
        } finally {
            client.removeContainerCmd(container).exec();
        }
    }

    private static Map<String, String> listed(InputStream in) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in, "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String type = entry.isDirectory()
                        ? "folder"
                        : entry.isSymbolicLink() ? "link " + entry.getLinkName() : "file";
                listed.put(
                        entry.getName().replaceFirst("^(\\./|/)?(context/)?", ""),
                        "%s %o %d %d:%d"
                                .formatted(
                                        type,
                                        entry.getMode() & 07777,
                                        entry.getSize(),
                                        entry.getLongUserId(),
                                        entry.getLongGroupId()));
            }
        }
        listed.remove(""); // the folder itself
        return listed;
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
