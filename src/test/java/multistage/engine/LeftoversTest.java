package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Network;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import multistage.engine.fixtures.FakeDocker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {
    private static final String OVER = "1700000000-0123abcd";
    private static final String NAIVE = "localhost/multistage/naive-1:";
    private static final String MULTI = "localhost/multistage/multi-2:";

    private final FakeDocker docker = new FakeDocker();

    @TempDir
    private Path folder;

    private Session own;
    private Session living;

    @BeforeEach
    void begin() {
        own = Session.begin(folder);
        living = Session.begin(folder);
        containers();
        networks();
        images();
    }

    @AfterEach
    void end() {
        own.close();
        living.close();
    }

    @Test
    void aRunRemovesWhatItMadeAndNothingElse() {
        Container theirs = container("theirs", living.id(), own.host());
        containersInTurn(List.of(List.of(container("mine", own.id(), own.host()), theirs), List.of(theirs)));
        images(image(own.id(), own.host(), NAIVE + own.id()), image(OVER, own.host(), NAIVE + OVER));

        leftovers().removeOwn();

        assertThat(removed())
                .containsExactly(
                        "removeContainerCmd(mine).withForce(true).withRemoveVolumes(true)",
                        "removeImageCmd(" + NAIVE + own.id() + ").withNoPrune(true)");
    }

    @Test
    void imagesWaitForContainersThatSomebodyElseIsStillRemoving() {
        List<Container> mine = List.of(container("mine", own.id(), own.host()));
        containersInTurn(List.of(mine, mine, List.of()));
        images(image(own.id(), own.host(), NAIVE + own.id()));
        docker.answer("removeContainerCmd", new InternalServerErrorException("did not receive an exit event"));

        leftovers().removeOwn();

        assertThat(removed()).hasSize(3).last().isEqualTo("removeImageCmd(" + NAIVE + own.id() + ").withNoPrune(true)");
    }

    @Test
    void whatRunsThatAreOverLeftIsRemoved() {
        containers(container("left", OVER, own.host()), container("used", living.id(), own.host()));
        images(image(OVER, own.host(), MULTI + OVER), image(living.id(), own.host(), MULTI + living.id()));

        leftovers().removeOfRunsThatAreOver();

        assertThat(removed())
                .containsExactly(
                        "removeContainerCmd(left).withForce(true).withRemoveVolumes(true)",
                        "removeImageCmd(" + MULTI + OVER + ").withNoPrune(true)");
    }

    @Test
    void networksGoWhenTheirContainersHaveGone() {
        containersInTurn(List.of(List.of(container("mine", own.id(), own.host())), List.of()));
        networks(network("mine", own.id(), own.host()), network("theirs", living.id(), own.host()));

        leftovers().removeOwn();

        assertThat(removed()).hasSize(2).last().isEqualTo("removeNetworkCmd(mine)");
    }

    @Test
    void aNetworkThatIsUsedOrGoneStaysWithoutFailingTheRun() {
        networks(
                network("used", OVER, own.host()),
                network("gone", OVER, own.host()),
                network("left", OVER, own.host()));
        docker.answer("removeNetworkCmd(used)", new DockerException("network has active endpoints", 403))
                .answer("removeNetworkCmd(gone)", new NotFoundException("network gone not found"));

        leftovers().removeOfRunsThatAreOver();

        assertThat(removed()).hasSize(3).last().isEqualTo("removeNetworkCmd(left)");
    }

    @Test
    void aNetworkThatTheEngineFailsToRemoveIsTold() {
        networks(network("left", OVER, own.host()));
        docker.answer("removeNetworkCmd(left)", new InternalServerErrorException("iptables failed"));

        assertThatThrownBy(() -> leftovers().removeOfRunsThatAreOver()).hasMessageContaining("iptables failed");
    }

    @Test
    void aRunOfAnotherHostIsLeftAloneForADay() {
        long now = Instant.now().getEpochSecond();
        containers(
                container("fresh", now - 3600 + "-0123abcd", "elsewhere:/tmp"),
                container("old", now - 90_000 + "-0123abcd", "elsewhere:/tmp"));

        leftovers().removeOfRunsThatAreOver();

        assertThat(removed()).singleElement().asString().startsWith("removeContainerCmd(old)");
    }

    @Test
    void whatNoRunCanHaveMarkedStays() {
        containers(container("odd", "../../etc", own.host()), container("odder", "", "elsewhere:/tmp"));

        leftovers().removeOfRunsThatAreOver();

        assertThat(removed()).isEmpty();
    }

    @Test
    void whatAUserStartedFromAKeptImageIsNotEvenAskedFor() {
        leftovers().removeOwn();

        assertThat(docker.asked())
                .containsExactlyInAnyOrder(
                        "listContainersCmd().withShowAll(true).withLabelFilter([multistage.container])",
                        "listNetworksCmd().withFilter(label, [multistage.network])",
                        "listImagesCmd().withLabelFilter([multistage.image])");
    }

    @Test
    void anImageKeepsTheNamesThatOthersGaveIt() {
        images(image(OVER, own.host(), NAIVE + OVER, NAIVE + "kept", "me/naive:" + OVER));

        leftovers().removeOfRunsThatAreOver();

        assertThat(removed()).containsExactly("removeImageCmd(" + NAIVE + OVER + ").withNoPrune(true)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[\"<none>:<none>\"]"})
    void anImageThatACutBuildLeftWithoutANameGoesByItsId(String names) {
        images(nameless(names, ""));

        leftovers().removeOfRunsThatAreOver();

        assertThat(removed()).containsExactly("removeImageCmd(sha256:1111).withNoPrune(true)");
    }

    @Test
    void anImageWithoutANameThatMayBeBuiltFromAKeptOneStays() {
        images(nameless("null", ", \"multistage.kept\": \"true\""));

        leftovers().removeOfRunsThatAreOver();

        assertThat(removed()).isEmpty();
    }

    @Test
    void whatAnEarlierRunKeptMakesRoomForWhatThisOneKeeps() {
        images(image(OVER, own.host(), "example/naive:latest"));

        leftovers().removeKept("example/naive");

        assertThat(docker.asked())
                .containsExactly(
                        "listImagesCmd().withReferenceFilter(example/naive).withLabelFilter([multistage.kept])",
                        "removeImageCmd(example/naive).withNoPrune(true)");
    }

    @Test
    void whatAUserBuiltUnderTheLessonsNameStays() {
        leftovers().removeKept("example/naive");

        assertThat(removed()).isEmpty();
    }

    @Test
    void whatAnotherRunRemovesAtTheSameTimeIsNoTrouble() {
        containers(container("first", OVER, own.host()), container("second", OVER, own.host()));
        images(image(OVER, own.host(), NAIVE + OVER), image(OVER, own.host(), MULTI + OVER));
        docker.answer("removeContainerCmd(first)", new ConflictException("removal is already in progress"))
                .answer("removeContainerCmd(second)", new NotFoundException("No such container"))
                .answer("removeImageCmd(" + NAIVE, new NotFoundException("No such image"));

        leftovers().removeOfRunsThatAreOver();

        assertThat(removed()).hasSize(4).last().asString().contains(MULTI);
    }

    @Test
    void anImageThatAContainerOfAUserNeedsStaysWithoutFailingTheRun() {
        images(image(OVER, own.host(), NAIVE + OVER), image(OVER, own.host(), MULTI + OVER));
        docker.answer(
                "removeImageCmd(" + NAIVE,
                new ConflictException("container 411bf09adce1 is using its referenced image 5ebb6687249a"));

        leftovers().removeOfRunsThatAreOver();

        assertThat(removed()).hasSize(2).last().asString().contains(MULTI);
    }

    private Leftovers leftovers() {
        return new Leftovers(docker.client(), own);
    }

    private List<String> removed() {
        return docker.asked().stream()
                .filter(command -> command.startsWith("remove"))
                .toList();
    }

    private void containers(Container... containers) {
        docker.answer("listContainersCmd", List.of(containers));
    }

    /** What is there when it is first asked for, then when it is asked for again. */
    private void containersInTurn(List<List<Container>> lists) {
        Iterator<List<Container>> next = lists.iterator();
        docker.answer("listContainersCmd", (Supplier<List<Container>>) next::next);
    }

    private void images(Image... images) {
        docker.answer("listImagesCmd", List.of(images));
    }

    private void networks(Network... networks) {
        docker.answer("listNetworksCmd", List.of(networks));
    }

    private static Network network(String id, String run, String host) {
        String json = """
                {"Id": "%s", "Labels": {"multistage.network": "%s", "multistage.host": "%s"}}""";
        return FakeDocker.json(Network.class, json, id, run, host);
    }

    private static Container container(String id, String run, String host) {
        String json = """
                {"Id": "%s", "Labels": {"multistage.container": "%s", "multistage.host": "%s"}}""";
        return FakeDocker.json(Container.class, json, id, run, host);
    }

    private static Image image(String run, String host, String... names) {
        String json = """
                {"RepoTags": ["%s"], "Labels": {"multistage.image": "%s", "multistage.host": "%s"}}""";
        return FakeDocker.json(Image.class, json, String.join("\", \"", names), run, host);
    }

    private Image nameless(String names, String moreLabels) {
        String json = """
                {"Id": "sha256:1111", "RepoTags": %s,
                 "Labels": {"multistage.image": "%s", "multistage.host": "%s"%s}}""";
        return FakeDocker.json(Image.class, json, names, OVER, own.host(), moreLabels);
    }
}
