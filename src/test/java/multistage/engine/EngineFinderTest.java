package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import multistage.engine.fixtures.FakeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFinderTest {
    private static final Duration AMPLE = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(100);

    @TempDir
    private Path folder;

    @Test
    void theEngineThatIsNamedWinsOverAUsualOne() {
        try (FakeServer named = FakeServer.onPort(FakeServer.PONG);
                FakeServer usual = FakeServer.onPort(FakeServer.PONG)) {
            assertThat(find(Optional.of(named.address()), usual.address())).isEqualTo(named.address());
        }
    }

    @Test
    void theFirstUsualPlaceThatAnswersWins() {
        Address dead = FakeServer.dead(folder.resolve("dead.sock"));
        try (FakeServer first = FakeServer.onPort(FakeServer.PONG);
                FakeServer second = FakeServer.onPort(FakeServer.PONG)) {
            assertThat(find(Optional.empty(), dead, first.address(), second.address()))
                    .isEqualTo(first.address());
        }
    }

    @Test
    void anotherEngineIsNeverUsedInPlaceOfTheOneNamed() {
        Address named = new Address(
                "DOCKER_HOST", FakeServer.dead(folder.resolve("dead.sock")).transport());
        try (FakeServer usual = FakeServer.onPort(FakeServer.PONG)) {
            assertThat(missing(AMPLE, Optional.of(named), List.of(usual.address())))
                    .hasMessageStartingWith("The engine that DOCKER_HOST names does not answer: " + named.uri() + ": ")
                    .hasMessageContaining(
                            "An engine does answer at " + usual.address().uri() + ", but it is not the")
                    .hasMessageEndingWith("Start the engine named, or unset DOCKER_HOST.");
        }
    }

    @Test
    void anEngineNamedThatIsAwayIsMissedAloneWhereNoOtherAnswers() {
        Address named = nowhere("named.sock");

        assertThat(missing(AMPLE, Optional.of(named), List.of(nowhere("usual.sock"))))
                .hasMessageContaining(named.uri() + ": there is no such socket. Start")
                .hasMessageNotContaining("usual.sock");
    }

    @Test
    void everyPlaceThatWasTriedIsToldWithWhatIsWrongThere() {
        Address dead = FakeServer.dead(folder.resolve("dead.sock"));
        try (FakeServer silent = FakeServer.silentOnSocket(folder.resolve("silent.sock"))) {
            List<Address> places = List.of(nowhere("no.sock"), dead, silent.address());

            assertThat(missing(SHORT, Optional.empty(), places).getMessage().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).isEqualTo("No Docker or Podman engine answers. Tried:"),
                            line -> assertThat(line).endsWith("/no.sock: there is no such socket"),
                            line -> assertThat(line).startsWith("  " + dead.uri() + ": "),
                            line -> assertThat(line).contains("/silent.sock: no answer within"),
                            line -> assertThat(line).contains("DOCKER_HOST", "docker/with-engine mvn test"));
        }
    }

    @Test
    void aMissingEngineIsAllThatItsMessageSays() {
        assertThat(missing(AMPLE, Optional.empty(), List.of()).getStackTrace()).isEmpty();
    }

    private Address nowhere(String socket) {
        return Address.usual("unix://" + folder.resolve(socket));
    }

    private static Address find(Optional<Address> named, Address... usualPlaces) {
        return new EngineFinder(AMPLE).find(named, List.of(usualPlaces));
    }

    private static EngineMissing missing(Duration limit, Optional<Address> named, List<Address> usualPlaces) {
        EngineMissing missing =
                catchThrowableOfType(EngineMissing.class, () -> new EngineFinder(limit).find(named, usualPlaces));
        assertThat(missing).as("what is told where no engine can be used").isNotNull();
        return missing;
    }
}
