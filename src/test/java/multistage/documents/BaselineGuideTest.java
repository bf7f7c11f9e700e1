package multistage.documents;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.executable;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import multistage.assertions.DemoAssertions;
import multistage.baseline.BaselineComparison;
import multistage.baseline.Gate;
import multistage.facts.BuildFacts;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.Facts;
import multistage.facts.FactsJson;
import multistage.facts.Image;
import multistage.facts.Instruction;
import multistage.outcome.Judged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/baseline.md shows of a run on a demo that has moved: the committed facts, but for symbols left in the program. */
class BaselineGuideTest {
    private static final Path COMMITTED = Path.of("docs", "answers", "facts.json");
    /** What symbols and debug information weigh, as the wrong demo {@code unstripped} has them. */
    private static final long SYMBOLS = 2_380_478;

    @Test
    void whatHasMovedIsToldSo(@TempDir Path folder) throws IOException {
        Facts stripped =
                new FactsJson().read(Files.readString(COMMITTED), Judged.class).facts();
        Facts unstripped = changed(stripped, multi(image(executable(BaselineGuideTest::heavier))));
        unstripped = changed(unstripped, multi(image(BaselineGuideTest::heavier)));
        unstripped = changed(unstripped, multi(half -> changed(half, with("build", withoutFlags(half.build())))));
        BaselineComparison found = Gate.of(
                        Path.of("docker", "baseline.json"), folder.resolve("baseline.json"), null, null)
                .judge(unstripped);

        Throwable told = catchThrowable(() -> DemoAssertions.assertThat(found).hasNotMoved());

        assertThat(MarkdownFile.read(Path.of("docs", "baseline.md")).shown())
                .singleElement()
                .satisfies(shown -> shown.assertIs(told.getMessage().lines().toList()));
    }

    private static Executable heavier(Executable program) {
        return changed(program, with("bytes", program.bytes() + SYMBOLS));
    }

    private static Image heavier(Image image) {
        UnaryOperator<Content.Entry> heavier = file -> changed(file, with("bytes", file.bytes() + SYMBOLS));
        List<Content.Entry> files =
                image.content().orElseThrow().files().stream().map(heavier).toList();
        return changed(image, with("content", Optional.of(new Content(files))));
    }

    private static BuildFacts withoutFlags(BuildFacts build) {
        List<Instruction> instructions = build.instructions().stream()
                .map(instruction -> new Instruction(
                        instruction.line(),
                        instruction.text().replace("-ldflags=\"-s -w\" ", ""),
                        instruction.heredoc()))
                .toList();
        return changed(build, with("instructions", instructions));
    }
}
