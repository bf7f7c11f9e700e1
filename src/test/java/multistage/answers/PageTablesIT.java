package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import multistage.answers.fixtures.ReadPage;
import multistage.answers.fixtures.SamplePage;
import multistage.browser.Chromium;
import multistage.facts.Base;
import multistage.facts.Facts;
import multistage.facts.ImageFacts;
import multistage.facts.Inventory;
import multistage.facts.Inventory.Folder;
import multistage.facts.Packages;
import multistage.facts.WhatIf;
import multistage.facts.WhatIf.Variation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page counts, compares and quotes in tables is what facts.json holds, row by row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTablesIT {
    @AutoClose
    private final Chromium browser = Chromium.start(true);

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.SamplePage#measured")
    void theNaiveImagesFoldersAddUpToAllItsFiles(SamplePage sample, @TempDir Path folder) {
        ReadPage page = ReadPage.of(sample, browser, folder);

        assertThat(page.rows("folders"))
                .extracting(cells -> cells.subList(0, 3))
                .containsExactlyElementsOf(page.facts().naive().inventory().stream()
                        .flatMap(inventory -> folders(page, inventory))
                        .toList());
    }

    private static Stream<List<String>> folders(ReadPage page, Inventory all) {
        List<Folder> heavy = all.folders().stream()
                .filter(one -> 100 * one.bytes() >= all.bytes())
                .toList();
        long files = heavy.stream().mapToLong(Folder::files).sum();
        long bytes = heavy.stream().mapToLong(Folder::bytes).sum();
        return Stream.concat(
                heavy.stream().map(one -> weighed(page, one.path(), one.files(), one.bytes())),
                Stream.of(
                        weighed(page, page.words("folders.rest"), all.files() - files, all.bytes() - bytes),
                        weighed(page, page.words("purposes.total"), all.files(), all.bytes())));
    }

    private static List<String> weighed(ReadPage page, String what, long files, long bytes) {
        return List.of(what, page.amounts().count(files), page.amounts().bytes(bytes));
    }

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.SamplePage#measured")
    void whatEachImageExposes(SamplePage sample, @TempDir Path folder) {
        ReadPage page = ReadPage.of(sample, browser, folder);

        assertThat(page.rows("findings.exposes.caption"))
                .contains(
                        counted(page, "files", image -> image.inventory().map(Inventory::files)),
                        counted(page, "executables", image -> image.inventory().map(Inventory::executables)),
                        counted(
                                page,
                                "setuid",
                                image -> image.inventory()
                                        .map(all -> (long) all.setuid().size())),
                        counted(
                                page,
                                "packages",
                                image -> Optional.of(image.image().packages().stream()
                                        .mapToLong(Packages::count)
                                        .sum())));
    }

    private static List<String> counted(ReadPage page, String what, Function<ImageFacts, Optional<Long>> count) {
        Facts facts = page.facts();
        return Stream.concat(
                        Stream.of(page.words("findings.exposes." + what)),
                        facts.both()
                                .map(image -> count.apply(image)
                                        .map(page.amounts()::count)
                                        .orElse(page.words("unknown"))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.SamplePage#measured")
    void everyChangedDockerfile(SamplePage sample, @TempDir Path folder) {
        ReadPage page = ReadPage.of(sample, browser, folder);
        List<Variation> variations = page.whatIf().map(WhatIf::variations).orElse(List.of());

        assertThat(page.rows("what-if.caption"))
                .extracting(cells -> cells.subList(1, 4))
                .containsExactlyElementsOf(
                        variations.stream().map(one -> came(page, one)).toList());
    }

    private static List<String> came(ReadPage page, Variation variation) {
        return variation.failure().isPresent()
                ? List.of("–", "–", page.words("what-if.not-built"))
                : List.of(
                        page.amounts().bytes(variation.bytes().orElseThrow()),
                        page.amounts().count(variation.layers()),
                        page.words(variation.answers() ? "what-if.yes" : "what-if.no"));
    }

    @ParameterizedTest
    @MethodSource("multistage.answers.fixtures.SamplePage#measured")
    void whereTheFiguresComeFrom(SamplePage sample, @TempDir Path folder) {
        ReadPage page = ReadPage.of(sample, browser, folder);
        Facts facts = page.facts();
        Base base = facts.naive().image().base().orElseThrow();

        Map<String, String> told = page.pairs("provenance.caption");

        assertThat(told)
                .containsEntry(
                        page.words("provenance.date"),
                        page.amounts().date(facts.provenance().measured()))
                .containsEntry(
                        page.words("provenance.commit"),
                        facts.provenance().commit().orElse(page.words("provenance.commit.none")))
                .containsEntry(
                        page.words("provenance.engine"),
                        facts.engine().name() + " " + facts.engine().version())
                .containsEntry(page.words("provenance.store"), facts.engine().store())
                .containsEntry(
                        page.words("provenance.digest"), base.digest().orElse(page.words("provenance.digest.none")))
                .containsEntry(page.words("provenance.id"), base.id());
        assertThat(told.get(page.words("provenance.base"))).startsWith(base.name() + ",");
        assertThat(told.get(page.words("provenance.go")))
                .startsWith(go(page, facts.naive()) + " (")
                .contains(", " + go(page, facts.multi()) + " (");
    }

    private static String go(ReadPage page, ImageFacts image) {
        return image.executable().goVersion().orElse(page.words("unknown"));
    }
}
