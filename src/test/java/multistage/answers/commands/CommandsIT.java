package multistage.answers.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.answers.Commands;
import multistage.answers.commands.Shell.Typed;
import multistage.docker.Engine;
import multistage.facts.Variant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that the answers show, each typed as it is shown: all of them first, one after the other as a reader would,
 * then what they made is gone, and then each is judged by how it ended and what it printed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsIT {
    private static final String CONTAINER = "multistaged-hello";
    private static final String HELLO = "Hello World from Go in minimal Docker container";
    /** What a reader takes to type the next command, at the most. */
    private static final Duration BREATH = Duration.ofSeconds(10);

    private final Map<String, List<Typed>> typed = new LinkedHashMap<>();
    private Optional<String> obstacle = Optional.empty();
    private Map<Variant, Optional<String>> before;
    private Map<Variant, Optional<String>> after;

    @BeforeAll
    void typeThemAll(@TempDir Path folder) {
        try (Engine engine = Engine.open(false)) {
            Shell shell = new Shell(folder, engine.facts().address());
            obstacle = Obstacle.of(shell, engine.facts(), CONTAINER);
            LessonImages images = new LessonImages(engine.client());
            before = images.ids();
            try (images) {
                engine.whileItAnswers(() -> obstacle.isPresent() ? typed : typeAll(shell));
            }
            after = images.ids();
        }
    }

    /** Here and not before all: reports show the reason for which a test was aborted, and none for which a class was. */
    @BeforeEach
    void onlyWhereTheyCanBeTyped() {
        assumeThat(obstacle).as("the commands were not typed").isEmpty();
    }

    @Test
    void bothImagesAreBuilt() {
        assertThat(typed.get("build")).hasSize(2).allSatisfy(CommandsIT::succeeded);
    }

    @Test
    void bothImagesAreListedWithTheirSizes() {
        assertThat(onlyOne("sizes"))
                .satisfies(CommandsIT::succeeded)
                .satisfies(sizes -> assertThat(sizes.printed())
                        .containsPattern("example/naive\\b.*\\d(\\.\\d+)? ?[MG]B")
                        .containsPattern("example/multistaged-builds\\b.*\\d(\\.\\d+)? ?MB"));
    }

    @Test
    void theirLayersAreCounted() {
        Typed layers = onlyOne("layers");

        assertThat(layers).satisfies(CommandsIT::succeeded);
        assertThat(layers.printed().lines().map(Integer::valueOf))
                .hasSize(2)
                .satisfies(counts -> assertThat(counts.get(0)).isGreaterThan(2))
                .endsWith(1);
    }

    @Test
    void theirHistoriesTellWhatMadeThem() {
        List<Typed> histories = typed.get("history");

        assertThat(histories).hasSize(2).allSatisfy(CommandsIT::succeeded);
        assertThat(histories.get(0).printed()).contains("CMD [\"/go/bin/helloworld\"]", "apt-get update");
        assertThat(histories.get(1).printed())
                .contains("ENTRYPOINT [\"/hello\"]", "COPY /hello /hello")
                .doesNotContain("go build");
    }

    @Test
    void theServiceRunsAnswersAndEnds() {
        List<Typed> run = typed.get("run");

        assertThat(run).hasSize(3).allSatisfy(CommandsIT::succeeded);
        assertThat(run.get(1).printed()).contains(HELLO);
        assertThat(run.get(2).printed()).isEqualToIgnoringNewLines(CONTAINER);
    }

    @Test
    void theLessonsSlipFailsForBothOfItsWords() {
        Typed slip = onlyOne("slip");

        assertThat(slip.exitCode()).isEqualTo(1);
        assertThat(slip.printed())
                .containsIgnoringCase("no such object: image")
                .containsIgnoringCase("no such object: xample/multistaged-builds");
    }

    @Test
    void mendedTheSlipDescribesTheImage() {
        assertThat(onlyOne("slip-mended"))
                .satisfies(CommandsIT::succeeded)
                .satisfies(mended ->
                        assertThat(mended.printed()).contains("example/multistaged-builds:latest", "\"RootFS\""));
    }

    @Test
    void whatStoodUnderTheLessonsNamesStandsThereAgain() {
        assertThat(after).isEqualTo(before);
    }

    private Map<String, List<Typed>> typeAll(Shell shell) {
        try {
            Commands.read().forEach((name, commands) -> typed.put(name, type(shell, commands)));
            return typed;
        } finally {
            removeContainer(shell);
        }
    }

    private static List<Typed> type(Shell shell, List<String> commands) {
        List<Typed> block = new ArrayList<>();
        for (String command : commands) {
            Typed done = shell.type(command);
            block.add(done);
            if (command.startsWith("docker run") && done.exitCode() == 0) {
                takeABreath(shell);
            }
        }
        return block;
    }

    /** A program that has just started does not listen yet, and a reader types more slowly than that takes. */
    private static void takeABreath(Shell shell) {
        Awaitility.await("the service that docker run started answers at http://localhost:8080")
                .atMost(BREATH)
                .until(() -> shell.succeeds("curl http://localhost:8080"));
    }

    /** There is none where all went well, but for a moment; its image cannot be removed before it. */
    private static void removeContainer(Shell shell) {
        shell.type("docker rm --force " + CONTAINER);
        Awaitility.await("the container " + CONTAINER + " is gone")
                .atMost(BREATH)
                .until(() -> !shell.succeeds("docker container inspect " + CONTAINER));
    }

    private Typed onlyOne(String block) {
        assertThat(typed.get(block)).hasSize(1);
        return typed.get(block).get(0);
    }

    private static void succeeded(Typed command) {
        assertThat(command.exitCode())
                .as("%s printed: %s", command.command(), command.printed())
                .isZero();
    }
}
