package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import multistage.answers.fixtures.ReadPage;
import multistage.answers.fixtures.SamplePage;
import multistage.browser.Chromium;
import multistage.facts.Base;
import multistage.facts.Content;
import multistage.facts.Image;
import multistage.words.Amounts;
import multistage.words.Figures;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page says of both images is what facts.json holds, in the row or under the question where it belongs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageFiguresIT {
    @AutoClose
    private final Chromium browser = Chromium.start(true);

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.SamplePage#measured")
    void theNaiveImagesWeight(SamplePage sample, @TempDir Path folder) {
        ReadPage page = ReadPage.of(sample, browser, folder);
        Amounts amounts = page.amounts();
        Image naive = page.facts().naive().image();
        Base base = naive.base().orElseThrow();
        long program = page.facts().naive().executable().bytes();

        assertThat(page.answer("naive.size"))
                .startsWith(amounts.bytes(naive.historyBytes()))
                .contains(" " + amounts.bytes(naive.engineSize()))
                .contains(" " + amounts.bytes(program));
        assertThat(page.answer("naive.why"))
                .contains(" " + amounts.bytes(base.bytes()))
                .contains(" " + amounts.share(base.bytes(), naive.historyBytes()))
                .contains(" " + amounts.bytes(naive.historyBytes() - base.bytes()))
                .contains(" " + amounts.bytes(program))
                .contains(" " + amounts.share(program, naive.historyBytes()));
    }

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.SamplePage#measured")
    void whatItsBytesAreForAddsUpToAllOfThem(SamplePage sample, @TempDir Path folder) {
        ReadPage page = ReadPage.of(sample, browser, folder);
        Amounts amounts = page.amounts();
        Image naive = page.facts().naive().image();
        Map<Purpose, Long> purposes = Slice.byPurpose(naive);
        long sum = purposes.values().stream().mapToLong(Long::longValue).sum();

        assertThat(sum).isEqualTo(naive.historyBytes());
        assertThat(page.rows("purposes"))
                .extracting(cells -> cells.subList(0, 3))
                .containsExactlyElementsOf(Stream.concat(
                                purposes.entrySet().stream()
                                        .map(part -> List.of(
                                                page.words("purpose."
                                                        + part.getKey().key()),
                                                amounts.bytes(part.getValue()),
                                                amounts.share(part.getValue(), sum))),
                                Stream.of(List.of(
                                        page.words("purposes.total"), amounts.bytes(sum), amounts.share(sum, sum))))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.SamplePage#measured")
    void everyInstructionOfBothHistories(SamplePage sample, @TempDir Path folder) {
        ReadPage page = ReadPage.of(sample, browser, folder);

        assertThat(page.rows("layers.naive"))
                .extracting(cells -> cells.subList(0, 2))
                .containsExactlyElementsOf(history(page, page.facts().naive().image()));
        assertThat(page.rows("layers.multi"))
                .extracting(cells -> cells.subList(0, 2))
                .containsExactlyElementsOf(history(page, page.facts().multi().image()));
    }

    private static List<List<String>> history(ReadPage page, Image image) {
        return image.history().stream()
                .map(entry -> List.of(Figures.instruction(entry), page.amounts().bytes(entry.bytes())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.SamplePage#measured")
    void theMultiStageImagesWeightAndBothImagesLayers(SamplePage sample, @TempDir Path folder) {
        ReadPage page = ReadPage.of(sample, browser, folder);
        Amounts amounts = page.amounts();
        Image naive = page.facts().naive().image();
        Image multi = page.facts().multi().image();
        long bytes = multi.content().map(Content::bytes).orElseThrow();

        assertThat(page.answer("multi.size"))
                .startsWith(amounts.bytes(bytes) + " (" + amounts.exactBytes(bytes) + ")")
                .contains(" " + amounts.bytes(multi.engineSize()))
                .contains(" " + naive.historyBytes() / bytes + " ")
                .contains(" " + amounts.bytes(naive.historyBytes() - bytes));
        multi.packedBytes()
                .map(amounts::bytes)
                .ifPresent(packed -> assertThat(List.of(page.answer("multi.size"), page.answer("findings.packed")))
                        .allSatisfy(answer -> assertThat(answer).contains(packed)));
        assertThat(page.answer("multi.how-many-layers"))
                .contains(" " + naive.layers().size() + ",")
                .contains(" " + multi.layers().size() + ".")
                .contains(" " + naive.base().orElseThrow().layers().size() + " ");
    }
}
