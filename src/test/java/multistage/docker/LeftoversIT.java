package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.docker.fixtures.OpenEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeftoversIT {
    private static final String MINE = System.currentTimeMillis() + "-1-0123abcd";
    private static final String OTHER = System.currentTimeMillis() + "-2-0123abcd";
    private static final String NAME = Leftovers.REPOSITORY + "test:";
    private static final String USERS = "multistage-test-leftovers";

    private OpenEngine open;
    private DockerClient client;
    private Leftovers leftovers;
    private String base;
    private Set<String> before;

    @BeforeAll
    void openTheEngine(@TempDir Path logs) {
        open = OpenEngine.withLogsIn(logs);
        client = open.engine().client();
        leftovers = new Leftovers(client);
        base = container("golang:1.23", Map.of(Leftovers.CONTAINER, OTHER));
        before = all();
    }

    @AfterEach
    void removeAll() {
        Set<String> made = all();
        made.removeAll(before);
        made.stream().filter(id -> !id.startsWith("sha256:")).forEach(this::removeContainerOrNetwork);
        made.stream()
                .filter(id -> id.startsWith("sha256:"))
                .forEach(id -> client.removeImageCmd(id).withForce(true).exec());
    }

    @AfterAll
    void closeTheEngine() {
        removeContainerOrNetwork(base);
        open.close();
    }

    @Test
    void removesTheContainersAndNetworksOfARunAndNothingElse() {
        String users = container(image(MINE, USERS), Map.of()); // it inherits the image's labels
        String others = container("golang:1.23", Map.of(Leftovers.CONTAINER, OTHER));
        String mine = container("golang:1.23", Map.of(Leftovers.CONTAINER, MINE));
        String othersNetwork = network(OTHER);
        String myNetwork = network(MINE);

        leftovers.remove(MINE::equals);

        assertThat(all()).contains(users, others, othersNetwork).doesNotContain(mine, myNetwork);
    }

    @Test
    void ofAnImageGoesTheNameThatTheRunGaveIt() {
        String id = image(MINE, NAME + MINE);
        client.tagImageCmd(id, USERS, "latest").exec();
        String mine = image(MINE, NAME + MINE);
        String other = image(OTHER, NAME + OTHER);

        leftovers.remove(MINE::equals);

        assertThat(all()).contains(id, other).doesNotContain(mine);
    }

    @Test
    void anImageWithoutANameGoesUnlessItIsToBeKept() {
        String nameless = image(MINE, null);
        String kept = image(MINE, null, Leftovers.KEPT, "true");

        leftovers.remove(MINE::equals);

        assertThat(all()).contains(kept).doesNotContain(nameless);
    }

    @Test
    void anImageThatAContainerUsesStays() {
        String used = image(MINE, NAME + MINE);
        container(used, Map.of());

        leftovers.remove(MINE::equals);

        assertThat(all()).contains(used);
    }

    @Test
    void ofTheImagesUnderALessonsNameOnlyOneThatARunKeptMakesRoom() {
        String users = image(MINE, USERS);
        leftovers.removeKept(USERS);
        assertThat(all()).contains(users);

        String kept = image(MINE, USERS, Leftovers.KEPT, "true");
        leftovers.removeKept(USERS);
        assertThat(all()).doesNotContain(kept);
    }

    private String container(String image, Map<String, String> labels) {
        return client.createContainerCmd(image)
                .withCmd("true")
                .withLabels(labels)
                .exec()
                .getId();
    }

    private String network(String run) {
        return client.createNetworkCmd()
                .withName("multistage-test-" + run)
                .withLabels(Map.of(Leftovers.NETWORK, run))
                .exec()
                .getId();
    }

    /** An image with the label of that run, under that name if it is to have one, with a further label if one is told. */
    private String image(String run, String name, String... further) {
        Map<String, String> labels = further.length == 0
                ? Map.of(Leftovers.IMAGE, NAME + run)
                : Map.of(Leftovers.IMAGE, NAME + run, further[0], further[1]);
        String id = client.commitCmd(base).withLabels(labels).exec();
        if (name != null) {
            List<String> parts = List.of((name + ":latest").split(":"));
            client.tagImageCmd(id, parts.get(0), parts.get(1)).exec();
        }
        return id;
    }

    private void removeContainerOrNetwork(String id) {
        if (client.listNetworksCmd().withIdFilter(id).exec().isEmpty()) {
            client.removeContainerCmd(id).exec();
        } else {
            client.removeNetworkCmd(id).exec();
        }
    }

    private Set<String> all() {
        return Stream.of(
                        client.listContainersCmd().withShowAll(true).exec().stream()
                                .map(Container::getId),
                        client.listNetworksCmd().exec().stream().map(Network::getId),
                        client.listImagesCmd().exec().stream().map(Image::getId))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }
}
