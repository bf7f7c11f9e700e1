package multistage.words;

import static multistage.words.Language.ENGLISH;
import static multistage.words.Language.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import multistage.words.fixtures.WordFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.read(ENGLISH);

    @Test
    void claimsComeInTheOrderOfTheEnglishFileInEveryLanguage() {
        List<String> claims = WordFiles.keys("claims.properties").stream()
                .filter(key -> key.contains(".") && !key.matches(".*\\.(found|why|hint|look-at|points)"))
                .toList();

        assertThat(catalogue.claims()).isNotEmpty().containsExactlyElementsOf(claims);
        assertThat(Catalogue.read(FRENCH).claims()).containsExactlyElementsOf(claims);
    }

    @Test
    void theFileHoldsEachOfAClaimsKeysOnceAndNothingElse() {
        List<String> claims = catalogue.claims();

        assertThat(WordFiles.keys("claims.properties"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                claims.stream().map(Catalogue::chapter).distinct(),
                                claims.stream(),
                                claims.stream().map(claim -> claim + ".found"),
                                claims.stream().map(claim -> claim + ".why"),
                                claims.stream().map(claim -> claim + ".hint"),
                                claims.stream().map(claim -> claim + ".look-at"),
                                claims.stream().map(claim -> claim + ".points"))
                        .flatMap(keys -> keys)
                        .toList());
    }

    @Test
    void everyClaimBringsPointsTheSameInEveryLanguage() {
        assertThat(catalogue.claims())
                .allSatisfy(claim -> assertThat(catalogue.points(claim))
                        .as(claim)
                        .isPositive()
                        .isEqualTo(Catalogue.read(FRENCH).points(claim)));
    }

    @ParameterizedTest
    @EnumSource
    void everyClaimHasItsHeadingItsSentenceItsFindingWhyItMattersAndItsHint(Language language) {
        Catalogue words = Catalogue.read(language);

        assertThat(words.claims())
                .allSatisfy(claim -> assertThat(Stream.of(
                                words.sentence(Catalogue.chapter(claim)),
                                words.sentence(claim),
                                words.found(claim),
                                words.why(claim),
                                words.hint(claim)))
                        .allSatisfy(text -> assertThat(text.orElseThrow()).isNotBlank()));
    }

    @ParameterizedTest
    @EnumSource
    void whyAndHintAreASentenceOrTwoEachAndKeepTheirVoiceDown(Language language) {
        Catalogue words = Catalogue.read(language);

        assertThat(words.claims())
                .allSatisfy(claim -> assertThat(List.of(
                                words.why(claim).orElseThrow(),
                                words.hint(claim).orElseThrow()))
                        .allSatisfy(text -> assertThat(text).matches("[^.?!]+[.?]( [^.?!]+[.?])?")));
    }

    @ParameterizedTest
    @EnumSource
    void everyClaimIsWorthSomethingAndTheSameInEveryLanguage(Language language) {
        Catalogue words = Catalogue.read(language);

        assertThat(words.claims())
                .allSatisfy(
                        claim -> assertThat(words.points(claim)).isPositive().isEqualTo(catalogue.points(claim)));
    }

    @Test
    void whatIsNotInTheFileHasNoWords() {
        assertThat(catalogue.sentence("NaiveImageTest.flies")).isEmpty();
        assertThat(catalogue.found("NaiveImageTest.flies")).isEmpty();
        assertThat(catalogue.hint("NaiveImageTest.flies")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whereToLookIsTheSameInEveryLanguage(Language language) {
        Catalogue words = Catalogue.read(language);

        assertThat(words.instructions("MultiStageImageTest.answers")).containsExactly("ENTRYPOINT", "CMD");
        assertThat(words.instructions("NaiveImageTest.flies")).isEmpty();
    }

    @Test
    void aClaimIsAWholeSentenceWithItsHeading() {
        assertThat(catalogue.wholeSentence("MultiStageImageTest.hasOneLayer"))
                .contains("The multi-stage image has one layer");
        assertThat(catalogue.wholeSentence("NaiveImageTest.flies")).isEmpty();
    }

    @Test
    void wordsAreReadAsTheyAreWritten() {
        assertThat(catalogue.sentence("NaiveImageTest")).contains("The naive image");
        assertThat(catalogue.found("NaiveImageTest.builds")).contains("{naive.build}");
        assertThat(Catalogue.read(FRENCH).sentence("NaiveImageTest")).contains("L'image naïve");
    }

    @Test
    @DefaultLocale("fr-FR")
    void aFrenchMachineReadsEnglishWhereEnglishIsAskedFor() {
        assertThat(Catalogue.read(ENGLISH).sentence("NaiveImageTest")).contains("The naive image");
    }

    @Test
    @DefaultLocale("en-US")
    void anEnglishMachineReadsFrenchWhereFrenchIsAskedFor() {
        assertThat(Catalogue.read(FRENCH).sentence("NaiveImageTest")).contains("L'image naïve");
    }
}
