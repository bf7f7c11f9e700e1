package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import multistage.demo.Demo;
import multistage.docker.fixtures.OpenEngine;
import multistage.facts.Base;
import multistage.facts.BuildFacts;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import multistage.facts.Image;
import multistage.facts.Packages.Change;
import multistage.facts.Variant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images on a real engine: what their archives, their single files and the engine tell fits together. */
class ImageInspectorIT {
    @AutoClose
    private static OpenEngine open;

    @BeforeAll
    static void open(@TempDir Path logs) {
        open = OpenEngine.withLogsIn(logs);
    }

    @Test
    void theLessonsImageHoldsItsProgramToTheByte() {
        Image image = read(Demo.reference(), Variant.MULTI);

        assertThat(image.content().orElseThrow().entries())
                .containsExactly(new Entry("/hello", Kind.FILE, image.program().bytes(), "0755"));
        assertThat(image.content().orElseThrow().bytes())
                .isEqualTo(image.program().bytes());
        assertThat(image.packedBytes().orElseThrow()).isLessThan(image.program().bytes());
        assertThat(image.history())
                .filteredOn(entry -> entry.layer().isPresent())
                .hasSameSizeAs(image.layers());
        assertThat(image.base()).isEmpty();
        assertThat(image.builtFrom()).extracting(Base::name).containsExactly("golang:1.23");
    }

    @Test
    void aProgramIsReadThroughLinksAndUnderAVolume(@TempDir Path folder) throws IOException {
        int volumes = volumes();
        Image image = read(demo(folder, Variant.MULTI, """
                        FROM golang:1.23 AS builder
                        RUN mkdir -p /i/usr/bin && ln -s usr/bin /i/bin && ln -s hello /i/usr/bin/service && \
                            cp /usr/local/go/bin/gofmt /i/usr/bin/hello && cp /etc/passwd /i/replaced
                        FROM scratch
                        COPY --from=builder /i/ /
                        COPY --from=builder /etc/group /replaced
                        VOLUME /usr/bin
                        ENTRYPOINT ["/bin/service"]
                        """), Variant.MULTI);

        assertThat(image.program().path()).isEqualTo("/usr/bin/hello");
        assertThat(image.program().goVersion())
                .hasValueSatisfying(version -> assertThat(version).startsWith("go1."));
        assertThat(image.content()).hasValueSatisfying(content -> {
            assertThat(content.files())
                    .extracting(Entry::path)
                    .containsExactly("/bin", "/replaced", "/usr/bin/hello", "/usr/bin/service");
            assertThat(content.hiddenBytes()).isPositive();
        });
        assertThat(volumes()).isEqualTo(volumes);
    }

    @Test
    void anImageIsComparedWithItsBase(@TempDir Path folder) throws IOException {
        Image image = read(demo(folder, Variant.NAIVE, """
                        FROM golang:1.23
                        RUN dpkg --purge --force-all git
                        CMD ["go", "run", "main.go"]
                        """), Variant.NAIVE);

        assertThat(image.base()).hasValueSatisfying(base -> {
            assertThat(base.name()).isEqualTo("golang:1.23");
            assertThat(image.layers())
                    .startsWith(base.layers().toArray(String[]::new))
                    .hasSize(base.layers().size() + 1);
            assertThat(base.digest().isPresent()).isNotEqualTo(base.standIn());
        });
        assertThat(image.packages().orElseThrow().changes())
                .extracting(Change::name, Change::after)
                .containsExactly(tuple("git", Optional.empty()));
        assertThat(image.content()).isEmpty();
        assertThat(image.executableTrouble()).isPresent();
    }

    private static Image read(Demo demo, Variant variant) {
        String name = open.engine().newImageName(variant);
        BuildFacts build = open.build(demo, variant, name);
        assertThat(build.failure()).isEmpty();
        return new ImageInspector(open.engine()).read(build, name);
    }

    private static Demo demo(Path folder, Variant variant, String dockerfile) throws IOException {
        Demo demo = new Demo("demo", folder);
        Files.writeString(demo.dockerfile(variant), dockerfile);
        return demo;
    }

    private static int volumes() {
        DockerClient client = open.engine().client();
        return Optional.ofNullable(client.listVolumesCmd().exec().getVolumes())
                .orElse(List.of())
                .size();
    }
}
