package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.dockerjava.api.command.InspectContainerResponse.Mount;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.File;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import multistage.demo.Demo;
import multistage.docker.fixtures.OpenEngine;
import multistage.facts.Probe;
import multistage.facts.Response;
import multistage.facts.Variant;
import okhttp3.HttpUrl;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.function.Uncheck;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A program that tries what a student's must not be able to do, in containers as students' programs have them, on a real
 * engine. What is not reached is reached from a container on the engine's usual network, or nothing is proved by it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ServiceProbe asker = new ServiceProbe();

    @AutoClose
    private OpenEngine open;

    private String image;
    private ServiceContainer usual;
    private ServiceContainer restricted;

    @BeforeAll
    void start(@TempDir Path logs) {
        open = OpenEngine.withLogsIn(logs);
        image = open.engine().newImageName(Variant.NAIVE);
        Demo demo = new Demo("sandbox", Path.of("src", "test", "resources", "sandbox"));
        assertThat(open.build(demo, Variant.NAIVE, image).failure()).isEmpty();
        usual = started(false);
        restricted = started(true);
    }

    @Test
    void writesAndRunsWhatPlainDockerRunLetsItWriteAndRun() {
        assertThat(tries(usual, "write", "/tmp/file")).isEqualTo("written");
        assertThat(tries(usual, "write", "/data/file")).isEqualTo("written");
        assertThat(usual.isRunning()).isTrue();
    }

    @Test
    void writesALittleToTmpAndNothingElseWhereItIsRestricted() {
        assertThat(tries(restricted, "write", "/file")).contains("read-only file system");
        assertThat(tries(restricted, "write", "/tmp/file")).contains("no space left on device");
        assertThat(tries(restricted, "run", "/tmp/file")).contains("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/flood", "/data/flood"})
    void isKilledWhenItFloodsTheDiskAndLeavesNoVolume(String file) {
        ServiceContainer flooding = started(false);
        List<String> volumes = flooding.getContainerInfo().getMounts().stream()
                .map(Mount::getName)
                .toList();

        IntStream.range(0, 6).forEach(number -> tries(flooding, "write", file + number));

        Awaitility.await().atMost(LIMIT).until(() -> !flooding.isRunning());
        assertThat(flooding.observe().trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble.english()).startsWith("it wrote more to its disk"));
        flooding.close();
        assertThat(volumes)
                .hasSize(1)
                .allSatisfy(volume -> assertThatExceptionOfType(NotFoundException.class)
                        .isThrownBy(() ->
                                open.engine().client().inspectVolumeCmd(volume).exec()));
    }

    @Test
    void hasNoCapabilityThoughItIsRootAndOneProcessor() {
        assertThat(tries(usual, "read", "/proc/self/status")).contains("CapEff:\t0000000000000000");
        assertThat(tries(usual, "chown", "/tmp")).contains("operation not permitted");
        assertThat(List.of(
                        tries(usual, "read", "/sys/fs/cgroup/cpu.max"),
                        tries(usual, "read", "/sys/fs/cgroup/cpu/cpu.cfs_quota_us")))
                .as("its quota in 100,000, by cgroups of version 2 and of version 1")
                .anyMatch(quota -> quota.startsWith("100000"));
    }

    @Test
    void getsNoPrivilegesByASetuidProgram() {
        assertThat(tries(usual, "run", "/as-root")).contains("uid=0(root)");
        assertThat(tries(restricted, "run", "/as-root")).startsWith("uid=65534").doesNotContain("root");
    }

    @Test
    void startsNoMoreProcessesThanItMay() {
        assertThat(tries(started(true), "fork", "5")).contains("resource temporarily unavailable");
    }

    @Test
    void reachesNoOtherContainerOfTheRunNothingOutsideAndNoName() {
        assumeThat(open.engine().network().open())
                .as("why containers may reach the internet")
                .isEmpty();
        assertThat(tries(usual, "dial", address(usual))).isEqualTo("reached");
        assertThat(tries(usual, "dial", address(restricted))).contains("timeout");
        ServiceContainer free = container(false)
                .withCreateContainerCmdModifier(create ->
                        create.getHostConfig().withNetworkMode("bridge").withDns(List.of()));
        free.start();
        Optional<HttpUrl> out = placesOutside()
                .filter(place -> tries(free, "dial", address(place)).equals("reached"))
                .findFirst();
        assumeThat(out)
                .as("a place outside that this machine's settings name and a container on the usual network reaches")
                .isPresent();

        assertThat(tries(usual, "dial", address(out.get()))).isNotEqualTo("reached");
        if (tries(free, "resolve", out.get().host()).equals("resolved")) {
            assertThat(tries(usual, "resolve", out.get().host())).isNotEqualTo("resolved");
        }
    }

    @Test
    @Timeout(20)
    void runsCommandsWithinBoundsOfTimeAndBytes() {
        ContainerExec exec = new ContainerExec(open.engine().client(), usual.getContainerId());

        assertThat(exec.output(List.of("sleep", "60"), 100)).isEmpty();
        assertThat(exec.output(List.of("yes"), 100)).isEmpty();
        assertThat(exec.output(List.of("sh", "-c", "id -u; echo not this >&2; exit 1"), 2))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("0\n"));
        assertThat(exec.probe("a tool", List.of("nope")))
                .isEqualTo(new Probe("a tool", "nope", false, "there is no nope"));
        assertThat(exec.probe("a tool", List.of("sh", "-c", "printf '\\na\\tb\\nc'; exit 3")))
                .extracting(Probe::ran, Probe::output)
                .containsExactly(false, "a b");
    }

    /** This machine's proxy, and where it gets packages. */
    private static Stream<HttpUrl> placesOutside() {
        File apt = new File("/etc/apt");
        Stream<File> sources = apt.isDirectory()
                ? FileUtils.listFiles(apt, new String[] {"list", "sources"}, true).stream()
                : Stream.empty();
        return Stream.concat(
                        Stream.of("https_proxy", "http_proxy")
                                .map(System.getenv()::get)
                                .filter(Objects::nonNull),
                        sources.map(
                                file -> Uncheck.get(() -> FileUtils.readFileToString(file, StandardCharsets.UTF_8))))
                .flatMap(text -> Pattern.compile("https?://\\S+").matcher(text).results())
                .map(url -> HttpUrl.parse(url.group()))
                .filter(Objects::nonNull)
                .distinct();
    }

    private static String address(HttpUrl place) {
        try {
            return InetAddress.getByName(place.host()).getHostAddress() + ":" + place.port();
        } catch (UnknownHostException unknownHere) {
            return "";
        }
    }

    private ServiceContainer started(boolean isRestricted) {
        ServiceContainer container = container(isRestricted);
        container.start();
        return container;
    }

    private ServiceContainer container(boolean isRestricted) {
        return new ServiceContainer(open.engine(), asker, Variant.NAIVE, image, isRestricted, LIMIT);
    }

    private String tries(ServiceContainer container, String what, String at) {
        HttpUrl url = container
                .url()
                .orElseThrow()
                .newBuilder()
                .addQueryParameter("try", what)
                .addQueryParameter("at", at)
                .build();
        return asker.ask(url, LIMIT).map(Response::body).orElse("it gave no answer");
    }

    private static String address(ServiceContainer container) {
        return container.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                        .findFirst()
                        .orElseThrow()
                        .getIpAddress()
                + ":" + ServiceContainer.PORT;
    }
}
