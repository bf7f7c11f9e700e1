package multistage.measure;

import java.time.Duration;
import java.util.stream.IntStream;
import multistage.engine.Engine;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

/** An engine whose processes or memory a build took has them again. Its API does not tell: it is seen by containers that start. */
public final class Recovery {
    /** What a container that does nothing takes at most, from its start to its end, where nothing is in its way. */
    private static final Duration PROMPT = Duration.ofSeconds(3);

    /** While the processes that took all are dying, one may start and the next not. */
    private static final int IN_A_ROW = 5;

    private Recovery() {}

    /**
     * Waits for it no longer than that; tells whether it came.
     *
     * @param image a local one that holds {@code true}
     */
    public static boolean comesWithin(Duration limit, Engine engine, String image) {
        try {
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .atMost(limit)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .until(() -> IntStream.range(0, IN_A_ROW).allMatch(time -> startsPromptly(engine, image)));
            return true;
        } catch (ConditionTimeoutException notYet) {
            return false;
        }
    }

    private static boolean startsPromptly(Engine engine, String image) {
        try (GenericContainer<?> nothing = new GenericContainer<>(DockerImageName.parse(image))) {
            nothing.withCreateContainerCmdModifier(create -> create.withEntrypoint("true"))
                    .withLabels(engine.containerLabels())
                    .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(PROMPT))
                    .start();
            return true;
        } catch (ContainerLaunchException starved) {
            return false;
        }
    }
}
