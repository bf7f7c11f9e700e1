package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.dockerjava.api.command.InspectContainerResponse.Mount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import multistage.demo.Demo;
import multistage.docker.fixtures.OpenEngine;
import multistage.facts.Response;
import multistage.facts.Variant;
import multistage.measure.fixtures.WayOut;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that tries what a student's must not be able to do, in containers as students' programs have them, on a real
 * engine. What is not reached is reached from a container on the engine's usual network, or nothing is proved by it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ServiceClient asker = new ServiceClient();

    @AutoClose
    private OpenEngine open;

    private ServiceContainer one;
    private ServiceContainer unprivileged;

    @BeforeAll
    void start(@TempDir Path logs) {
        open = OpenEngine.withLogsIn(logs);
        String image = open.engine().newImageName(Variant.NAIVE);
        Demo tries = new Demo("sandbox", Path.of("src", "test", "resources", "sandbox"));
        assertThat(open.build(tries, Variant.NAIVE, image).failure()).isEmpty();
        one = started(new ServiceContainer(image, open.engine(), false));
        unprivileged = started(new ServiceContainer(image, open.engine(), true));
    }

    @Test
    void itsRootIsReadOnly() {
        assertThat(tries(one, "write", "/file")).contains("read-only file system");
    }

    @Test
    void itWritesALittleToTmpAndNothingThereIsRun() {
        assertThat(tries(one, "write", "/tmp/file")).contains("no space left on device");
        assertThat(tries(one, "run", "/tmp/file")).contains("permission denied");
    }

    @Test
    void aVolumeOfItsImageIsNoneOnTheEnginesDisk() {
        assertThat(tries(one, "write", "/data/file")).contains("no space left on device");
        assertThat(one.getContainerInfo().getMounts())
                .extracting(Mount::getSource)
                .noneMatch(source -> source != null && source.contains("volumes"));
    }

    @Test
    void asRootItHasNoCapability() {
        assertThat(tries(one, "read", "/proc/self/status")).contains("CapEff:\t0000000000000000");
        assertThat(tries(one, "chown", "/tmp")).contains("operation not permitted");
    }

    @Test
    void aProgramThatIsToRunAsRootGetsNoPrivilegesByIt() {
        assertThat(tries(one, "run", "/as-root")).contains("uid=0(root)");
        assertThat(tries(unprivileged, "run", "/as-root"))
                .startsWith("uid=65534")
                .doesNotContain("root");
    }

    @Test
    void itStartsNoMoreProcessesThanItMay() {
        assertThat(tries(unprivileged, "fork", "5")).contains("resource temporarily unavailable");
    }

    @Test
    void itHasOneProcessor() {
        assertThat(List.of(
                        tries(one, "read", "/sys/fs/cgroup/cpu.max"),
                        tries(one, "read", "/sys/fs/cgroup/cpu/cpu.cfs_quota_us")))
                .as("its quota in 100,000, by cgroups of version 2 and of version 1")
                .anyMatch(quota -> quota.startsWith("100000"));
    }

    @Test
    void itReachesNoOtherContainerOfTheRun() {
        assumeClosed();
        assertThat(tries(one, "dial", address(one))).isEqualTo("reached");
        assertThat(tries(one, "dial", address(unprivileged))).contains("timeout");
    }

    @Test
    void itReachesNothingOutsideNorAnyName() {
        assumeClosed();
        ServiceContainer free = new ServiceContainer(one.getDockerImageName(), open.engine(), false);
        free.withCreateContainerCmdModifier(
                create -> create.getHostConfig().withNetworkMode("bridge").withDns(List.of()));
        started(free);
        Optional<WayOut> out = WayOut.ofThisMachine()
                .filter(place -> tries(free, "dial", place.address()).equals("reached"))
                .findFirst();
        assumeThat(out)
                .as("a place outside that this machine's settings name and a container on the usual network reaches")
                .isPresent();

        assertThat(tries(one, "dial", out.get().address())).isNotEqualTo("reached");
        if (tries(free, "resolve", out.get().name()).equals("resolved")) {
            assertThat(tries(one, "resolve", out.get().name())).isNotEqualTo("resolved");
        }
    }

    private void assumeClosed() {
        assumeThat(open.engine().network().open())
                .as("why containers may reach the internet")
                .isEmpty();
    }

    private ServiceContainer started(ServiceContainer container) {
        container.waitingFor(new AnyAnswer(asker, container::url, LIMIT));
        container.start();
        return container;
    }

    private String tries(ServiceContainer container, String what, String at) {
        HttpUrl url = container
                .url()
                .orElseThrow()
                .newBuilder()
                .addQueryParameter("try", what)
                .addQueryParameter("at", at)
                .build();
        return asker.ask(url, LIMIT).response().map(Response::body).orElse("it gave no answer");
    }

    private static String address(ServiceContainer container) {
        return container.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                        .findFirst()
                        .orElseThrow()
                        .getIpAddress()
                + ":" + ServiceContainer.PORT;
    }
}
