package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
    private static final String USERS = "multistage-test:latest";

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
        base = container("golang:1.23", "none");
        before = open.all();
    }

    @AfterEach
    void removeAll() {
        leftovers.remove(Set.of(MINE, OTHER)::contains);
        Set<String> made = open.all();
        made.removeAll(before);
        made.forEach(id -> client.removeImageCmd(id).withForce(true).exec());
    }

    @AfterAll
    void closeTheEngine() {
        client.removeContainerCmd(base).exec();
        open.close();
    }

    @Test
    void removesTheContainersAndNetworksOfARunAndNothingElse() {
        String others = container(image(MINE, USERS), OTHER); // its image has a label of the run
        String mine = container("golang:1.23", MINE);
        String othersNetwork = network(OTHER);
        String myNetwork = network(MINE);

        leftovers.remove(MINE::equals);

        assertThat(open.all()).contains(others, othersNetwork).doesNotContain(mine, myNetwork);
    }

    @Test
    void ofAnImageGoesTheNameThatTheRunGaveIt() {
        String id = image(MINE, NAME + MINE);
        client.tagImageCmd(id, "multistage-test", "latest").exec();
        String mine = image(MINE, NAME + MINE);
        String other = image(OTHER, NAME + OTHER);

        leftovers.remove(MINE::equals);

        assertThat(open.all()).contains(id, other).doesNotContain(mine);
    }

    @Test
    void anImageWithoutANameGoesUnlessItIsToBeKept() {
        String nameless = image(MINE, null);
        String kept = image(MINE, null, Leftovers.KEPT);

        leftovers.remove(MINE::equals);

        assertThat(open.all()).contains(kept).doesNotContain(nameless);
    }

    @Test
    void anImageThatAContainerUsesStays() {
        String used = image(MINE, NAME + MINE);
        container(used, OTHER);

        leftovers.remove(MINE::equals);

        assertThat(open.all()).contains(used);
    }

    @Test
    void ofTheImagesUnderALessonsNameOnlyOneThatARunKeptMakesRoom() {
        String users = image(MINE, USERS);
        leftovers.removeKept(USERS);
        assertThat(open.all()).contains(users);

        String kept = image(MINE, USERS, Leftovers.KEPT);
        leftovers.removeKept(USERS);
        assertThat(open.all()).doesNotContain(kept);
    }

    private String container(String image, String run) {
        Map<String, String> label = Map.of(Leftovers.CONTAINER, run);
        return client.createContainerCmd(image)
                .withCmd("true")
                .withLabels(label)
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

    /** An image with the label of that run and further ones, under that name if it is to have one. */
    private String image(String run, String name, String... further) {
        Map<String, String> labels = new HashMap<>(Map.of(Leftovers.IMAGE, NAME + run));
        Stream.of(further).forEach(label -> labels.put(label, "true"));
        String id = client.commitCmd(base).withLabels(labels).exec();
        if (name != null) {
            client.tagImageCmd(id, name.replaceFirst(":.*", ""), name.replaceFirst(".*:", ""))
                    .exec();
        }
        return id;
    }
}
