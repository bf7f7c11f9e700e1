package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import multistage.archive.ArchivedImage;
import multistage.archive.ArchivedImage.Step;
import multistage.archive.ImageArchive;
import multistage.build.ImageBuilder;
import multistage.demo.Demo;
import multistage.engine.Engine;
import multistage.facts.HistoryEntry;
import multistage.facts.Variant;
import multistage.measure.fixtures.ARun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The naive image, exported whole: what a run tells of it without that, since it takes many seconds, is what it holds. */
class NaiveArchiveIT {
    @Test
    void layersHistoryAndWeightAreThoseOfItsArchive(@TempDir Path logs) throws IOException {
        ImageBuilder builder = new ImageBuilder(logs, ARun.LIMIT, System.out);
        try (Engine engine = Engine.open(builder::translate, false)) {
            String name = engine.newImageName(Variant.NAIVE);
            assertThat(builder.build(engine, Demo.reference(), Variant.NAIVE, name)
                            .failure())
                    .isEmpty();
            DockerClient client = engine.client();
            List<String> layers = BaseReader.layers(client.inspectImageCmd(name).exec());

            List<HistoryEntry> history = new HistoryReader(client).read(name, layers);
            ArchivedImage archived;
            try (InputStream archive = client.saveImageCmd(name).exec()) {
                archived = ImageArchive.read(archive);
            }

            assertThat(archived.layers()).isEqualTo(layers);
            assertThat(history.stream().map(HistoryEntry::layer).toList())
                    .isEqualTo(archived.history().stream().map(Step::layer).toList())
                    .filteredOn(Optional::isPresent)
                    .hasSameSizeAs(layers);
            // Layers hold what later ones replace, and other stores count more than the bytes of files.
            assertThat(HistoryEntry.bytes(history))
                    .isBetween(archived.content().bytes(), archived.content().bytes() * 115 / 100);
        }
    }
}
