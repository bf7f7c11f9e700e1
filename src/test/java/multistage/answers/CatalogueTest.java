package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Pattern KEY = Pattern.compile("(?m)^([\\w.]+) = ");

    private final Catalogue catalogue = Catalogue.read();

    @Test
    void claimsComeInTheOrderOfTheFile() throws IOException {
        assertThat(catalogue.claims())
                .isNotEmpty()
                .containsExactlyElementsOf(keysOfTheFile().stream()
                        .filter(key -> key.contains(".") && !key.endsWith(".found"))
                        .toList());
    }

    @Test
    void theFileHoldsHeadingsSentencesAndFindingsOnceAndNothingElse() throws IOException {
        List<String> claims = catalogue.claims();

        assertThat(keysOfTheFile())
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                claims.stream().map(Catalogue::chapter).distinct(),
                                claims.stream(),
                                claims.stream().map(claim -> claim + ".found"))
                        .flatMap(keys -> keys)
                        .toList());
    }

    @Test
    void everyClaimHasItsSentenceItsFindingAndItsHeading() {
        assertThat(catalogue.claims()).allSatisfy(claim -> {
            assertThat(catalogue.sentence(claim))
                    .hasValueSatisfying(words -> assertThat(words).isNotBlank());
            assertThat(catalogue.found(claim))
                    .hasValueSatisfying(words -> assertThat(words).isNotBlank());
            assertThat(catalogue.sentence(Catalogue.chapter(claim))).isPresent();
        });
    }

    @Test
    void whatIsNotInTheFileHasNoWords() {
        assertThat(catalogue.sentence("NaiveImageTest.flies")).isEmpty();
        assertThat(catalogue.found("NaiveImageTest.flies")).isEmpty();
    }

    @Test
    void wordsAreReadAsTheyAreWritten() {
        assertThat(catalogue.sentence("NaiveImageTest")).contains("The naive image");
        assertThat(catalogue.found("NaiveImageTest.builds")).contains("{naive.build}");
    }

    private static List<String> keysOfTheFile() throws IOException {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                CatalogueTest.class.getResourceAsStream("/claims.properties"), StandardCharsets.UTF_8))) {
            return KEY.matcher(file.lines().collect(Collectors.joining("\n")))
                    .results()
                    .map((MatchResult key) -> key.group(1))
                    .toList();
        }
    }
}
