package multistage.answers.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.nio.file.Path;
import java.util.Optional;
import multistage.docker.fixtures.OpenEngine;
import multistage.facts.Variant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LessonImagesIT {
    private static final String NAME = Variant.NAIVE.lessonName();

    private OpenEngine open;
    private DockerClient client;
    private LessonImages ofTheUser;

    @BeforeAll
    void openTheEngine(@TempDir Path logs) {
        open = OpenEngine.withLogsIn(logs);
        client = open.engine().client();
        ofTheUser = new LessonImages(client);
    }

    @AfterAll
    void closeTheEngine() {
        ofTheUser.close();
        open.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none,        golang:1.23",
                "golang:1.23, debian:12",
                "golang:1.23, none",
                "golang:1.23, golang:1.23",
                "none,        none"
            })
    void theNameIsAgainTheImagesThatItWas(String before, String built) {
        name(before);
        Optional<String> id = id();

        try (LessonImages images = new LessonImages(client)) {
            assertThat(images.ids()).containsEntry(Variant.NAIVE, id);
            name(built);
        }

        assertThat(id()).isEqualTo(id);
    }

    /** Has the name be that image's, or nobody's. */
    private void name(String image) {
        if (id().isPresent()) {
            client.removeImageCmd(NAME).exec();
        }
        if (image != null) {
            client.tagImageCmd(image, NAME, "latest").exec();
        }
    }

    private Optional<String> id() {
        return new LessonImages(client).ids().get(Variant.NAIVE);
    }
}
