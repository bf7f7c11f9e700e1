package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import multistage.archive.ArchivedImage;
import multistage.archive.ImageArchive;
import multistage.demo.Demo;
import multistage.docker.fixtures.OpenEngine;
import multistage.facts.HistoryEntry;
import multistage.facts.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The naive image, exported whole: what a run tells of it without that, since it takes many seconds, is what it holds. */
class NaiveArchiveIT {
    @Test
    void layersHistoryAndWeightAreThoseOfItsArchive(@TempDir Path logs) throws IOException {
        try (OpenEngine open = OpenEngine.withLogsIn(logs)) {
            String name = open.engine().newImageName(Variant.NAIVE);
            assertThat(open.build(Demo.reference(), Variant.NAIVE, name).failure())
                    .isEmpty();
            DockerClient client = open.engine().client();
            List<String> layers = Layers.of(client.inspectImageCmd(name).exec());

            List<HistoryEntry> history = new HistoryReader(client).read(name, layers);
            ArchivedImage archived;
            try (InputStream archive = client.saveImageCmd(name).exec()) {
                archived = ImageArchive.read(archive, 0);
            }

            assertThat(archived.layers()).isEqualTo(layers);
            assertThat(history.stream().map(HistoryEntry::layer).toList())
                    .isEqualTo(archived.history())
                    .filteredOn(Optional::isPresent)
                    .hasSameSizeAs(layers);
            // Layers hold what later ones replace, and other stores count more than the bytes of files.
            assertThat(HistoryEntry.bytes(history))
                    .isBetween(archived.content().bytes(), archived.content().bytes() * 115 / 100);
        }
    }
}
