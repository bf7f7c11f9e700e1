package multistage.answers.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import multistage.docker.fixtures.FakeDocker;
import org.junit.jupiter.api.Test;

class LessonImagesTest {
    private static final String NONE = "";

    @Test
    void whatWasBuiltWhereNothingStoodIsRemovedByItsName() {
        assertThat(changes(docker(NONE, "sha256:made"))).containsExactly("removeImageCmd(example/naive)");
    }

    @Test
    void whatWasBuiltOverAUsersImageMakesRoomForItAgain() {
        assertThat(changes(docker("sha256:user", "sha256:made")))
                .containsExactly("removeImageCmd(example/naive)", "tagImageCmd(sha256:user, example/naive, latest)");
    }

    @Test
    void aUsersImageThatLostItsNameGetsItBack() {
        assertThat(changes(docker("sha256:user", NONE)))
                .containsExactly("tagImageCmd(sha256:user, example/naive, latest)");
    }

    @Test
    void aUsersImageThatWasBuiltAgainStays() {
        assertThat(changes(docker("sha256:user", "sha256:user"))).isEmpty();
    }

    @Test
    void whereNothingStoodAndNothingWasBuiltNothingIsDone() {
        assertThat(changes(docker(NONE, NONE))).isEmpty();
    }

    private static List<String> changes(FakeDocker docker) {
        new LessonImages(docker.client()).close();
        return docker.asked().stream()
                .filter(asked -> !asked.startsWith("inspectImageCmd"))
                .toList();
    }

    /** With these images under the name example/naive, at one look and at the next, and nothing under the other. */
    private static FakeDocker docker(String... naive) {
        Iterator<String> looks = Arrays.asList(naive).iterator();
        Supplier<Object> look = () -> inspected(looks.next());
        return new FakeDocker()
                .answer("inspectImageCmd(example/naive)", look)
                .answer("inspectImageCmd(example/multistaged-builds)", new NotFoundException("no such image"));
    }

    private static InspectImageResponse inspected(String id) {
        if (id.equals(NONE)) {
            throw new NotFoundException("no such image");
        }
        return FakeDocker.json(InspectImageResponse.class, "{\"Id\": \"%s\"}", id);
    }
}
