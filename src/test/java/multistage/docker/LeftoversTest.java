package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Network;
import java.util.List;
import multistage.docker.fixtures.FakeDocker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeftoversTest {
    private static final Run MINE = Run.current();
    private static final Run OTHER = new Run(MINE.start(), MINE.pid(), "0123abcd");
    private static final String NAIVE = "localhost/multistage/naive-1:";

    private final FakeDocker docker = new FakeDocker()
            .answer("listContainersCmd", List.of(container("mine", MINE), container("other", OTHER)))
            .answer("listNetworksCmd", List.of(network("mine", MINE), network("other", OTHER)))
            .answer("listImagesCmd", List.of(image(MINE, ""), image(OTHER, "")));
    private final Leftovers leftovers = new Leftovers(docker.client());

    @Test
    void removesWhatARunMadeAndNothingElse() {
        leftovers.remove(MINE::equals);

        assertThat(removed())
                .containsExactlyInAnyOrder(
                        "removeContainerCmd(mine).withForce(true).withRemoveVolumes(true)",
                        "removeNetworkCmd(mine)",
                        "removeImageCmd(" + NAIVE + MINE + ").withNoPrune(true)");
    }

    @Test
    void doesNotAskForContainersByALabelThatTheyInheritFromTheirImage() {
        leftovers.remove(MINE::equals);

        assertThat(docker.asked())
                .contains("listContainersCmd().withShowAll(true).withLabelFilter([multistage.container])");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "\"NAME\", \"me/naive:1\", \"localhost/multistage/naive-1:kept\" |         | NAME",
                "\"me/naive:1\"                                                  |         | -",
                "\"example/naive:latest\"                                        | , \"multistage.kept\": \"true\" | -",
                "\"<none>:<none>\"                                               |         | sha256:1",
                "                                                                |         | sha256:1",
                "                                                                | , \"multistage.kept\": \"true\" | -",
            })
    void ofAnImageGoesTheRunsNameOrTheIdOfOneWithoutNames(String names, String moreLabels, String removed) {
        String name = NAIVE + MINE;
        docker.answer(
                "listImagesCmd",
                List.of(image(
                        MINE, names == null ? "" : names.replace("NAME", name), moreLabels == null ? "" : moreLabels)));

        leftovers.remove(MINE::equals);

        assertThat(removed().stream().filter(command -> command.startsWith("removeImage")))
                .isEqualTo(
                        removed == null
                                ? List.of()
                                : List.of("removeImageCmd(" + removed.replace("NAME", name) + ").withNoPrune(true)"));
    }

    @Test
    void whatOthersUseOrRemoveAtTheSameTimeIsNoTrouble() {
        docker.answer("removeContainerCmd(mine)", new ConflictException("removal is already in progress"))
                .answer("removeContainerCmd(other)", new InternalServerErrorException("did not receive an exit event"))
                .answer("removeNetworkCmd(mine)", new DockerException("network has active endpoints", 403))
                .answer("removeNetworkCmd(other)", new NotFoundException("network other not found"))
                .answer("removeImageCmd(" + NAIVE + MINE, new ConflictException("container 4 is using its image"));

        leftovers.remove(run -> true);

        assertThat(removed()).hasSize(6);
    }

    @Test
    void whatAnEarlierRunKeptMakesRoom() {
        docker.answer("listImagesCmd", List.of(image(OTHER, "\"example/naive:latest\"", "")));

        leftovers.removeKept("example/naive");

        assertThat(docker.asked())
                .containsExactly(
                        "listImagesCmd().withReferenceFilter(example/naive).withLabelFilter([multistage.kept])",
                        "removeImageCmd(example/naive).withNoPrune(true)");
    }

    private List<String> removed() {
        return docker.asked().stream()
                .filter(command -> command.startsWith("remove"))
                .toList();
    }

    private static Container container(String id, Run run) {
        return FakeDocker.json(
                Container.class, "{\"Id\": \"%s\", \"Labels\": {\"multistage.container\": \"%s\"}}", id, run);
    }

    private static Network network(String id, Run run) {
        return FakeDocker.json(
                Network.class, "{\"Id\": \"%s\", \"Labels\": {\"multistage.network\": \"%s\"}}", id, run);
    }

    private static Image image(Run run, String moreLabels) {
        return image(run, "\"" + NAIVE + run + "\"", moreLabels);
    }

    private static Image image(Run run, String names, String moreLabels) {
        String json = """
                {"Id": "sha256:1", "RepoTags": [%s], "Labels": {"multistage.image": "%s"%s}}""";
        return FakeDocker.json(Image.class, json, names, NAIVE + run, moreLabels);
    }
}
