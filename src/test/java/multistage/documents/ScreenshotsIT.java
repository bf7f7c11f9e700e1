package multistage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.BiFunction;
import multistage.answers.fixtures.Golden;
import multistage.browser.Chromium;
import multistage.browser.ShownPage;
import multistage.facts.Sha256;
import multistage.grading.ClassReport;
import multistage.grading.Grade;
import multistage.grading.fixtures.ExampleClass;
import multistage.words.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pictures of pages that the documents show are of today's pages: beside each lies the digest of the page that it was taken of.
 * With -Dgolden=update they are taken anew. The pictures themselves are not compared: each machine has its own letters.
 */
class ScreenshotsIT {
    private static final Path PICTURES = Path.of("docs", "screenshots");
    private static final long MOST_BYTES = 200_000;

    @ParameterizedTest
    @EnumSource
    void aPictureIsOfThePageAsItIsToday(Pictured pictured, @TempDir Path folder) throws IOException {
        Path page = pictured.page.apply(folder, Language.ENGLISH);
        Path committed = PICTURES.resolve(pictured.file + ".png");
        if (Golden.UPDATED) {
            Files.createDirectories(PICTURES);
            Files.copy(photograph(pictured, page), committed, StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(committed).isNotEmptyFile();
        assertThat(Files.size(committed)).isLessThan(MOST_BYTES);
        Golden.assertMatches(PICTURES.resolve(pictured.file + ".sha256"), Sha256.of(Files.readAllBytes(page)) + "\n");
    }

    private static Path photograph(Pictured pictured, Path page) {
        try (Chromium browser = Chromium.start(false)) {
            ShownPage shown = browser.open(page);
            shown.choose(Language.ENGLISH.code());
            return shown.photographTop("docs-" + pictured.file);
        }
    }

    private static List<Grade> namedAsPeopleAre(List<Grade> grades) {
        return grades.stream()
                .filter(grade -> grade.student().matches("[\\p{L} -]{1,40}"))
                .toList();
    }

    enum Pictured {
        ANSWERS("answers", (folder, language) -> Path.of("docs", "answers", "index.html")),
        CLASS(
                "class",
                (folder, language) ->
                        new ClassReport(folder, language).write("2026-B", namedAsPeopleAre(ExampleClass.of(30))));

        private final String file;
        private final BiFunction<Path, Language, Path> page;

        Pictured(String file, BiFunction<Path, Language, Path> page) {
            this.file = file;
            this.page = page;
        }
    }
}
