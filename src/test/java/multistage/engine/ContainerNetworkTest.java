package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.InternalServerErrorException;
import java.util.Map;
import java.util.Optional;
import multistage.engine.fixtures.FakeDocker;
import multistage.facts.EngineFacts;
import org.junit.jupiter.api.Test;

class ContainerNetworkTest {
    private final FakeDocker docker = new FakeDocker();

    @Test
    void onDockerItIsOneOfTheRunsOwnWithoutMasqueradingAndMarked() {
        assertThat(made("Docker")).isEqualTo(new ContainerNetwork(Optional.of("multistage-1"), Optional.empty(), true));
        assertThat(docker.asked())
                .singleElement()
                .asString()
                .startsWith("createNetworkCmd().withName(multistage-1).withDriver(bridge)")
                .contains("com.docker.network.bridge.enable_ip_masquerade=false")
                .contains("com.docker.network.bridge.enable_icc=false")
                .endsWith(".withLabels({multistage.network=1})");
    }

    @Test
    void onPodmanItIsTheUsualOneAndSaysWhy() {
        assertThat(made("Podman").name()).isEmpty();
        assertThat(made("Podman").couldBeClosed()).isFalse();
        assertThat(made("Podman").open()).get().asString().contains("Podman");
        assertThat(docker.asked()).isEmpty();
    }

    @Test
    void whereDockerMakesNoneItIsTheUsualOneAndSaysWhy() {
        docker.answer(
                "createNetworkCmd",
                new InternalServerErrorException("all predefined address pools have been fully subnetted"));

        assertThat(made("Docker").name()).isEmpty();
        assertThat(made("Docker").couldBeClosed()).isTrue();
        assertThat(made("Docker").open())
                .get()
                .asString()
                .endsWith("all predefined address pools have been fully subnetted");
    }

    private ContainerNetwork made(String engine) {
        EngineFacts facts = new EngineFacts(engine, "28.5.2", "overlay2", "unix:///var/run/docker.sock");
        return ContainerNetwork.make(docker.client(), facts, "multistage-1", Map.of(RunLabels.NETWORK, "1"));
    }
}
