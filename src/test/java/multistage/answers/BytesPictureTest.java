package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.executable;
import static multistage.facts.fixtures.Changes.holding;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.file;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.multiImage;
import static multistage.facts.fixtures.ExampleFacts.naiveImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import multistage.answers.fixtures.Told;
import multistage.facts.Image;
import multistage.page.Picture;
import multistage.page.Picture.Bar;
import multistage.page.Picture.Key;
import multistage.page.Picture.Part;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

class BytesPictureTest {
    private final Picture picture = of(multiImage()).picture();

    @Test
    void bothBarsAreOfOneScaleWhichIsTheLargerImages() {
        assertThat(width(picture.large())).isCloseTo(1, within(1e-9));
        assertThat(width(picture.small())).isCloseTo(5_062_808 / 913e6, within(1e-9));
        assertThat(picture.large().label()).isEqualTo("example/naive: 913 MB");
    }

    @Test
    void aLargerMultiStageImageSetsTheScale() {
        Picture turned = of(weighing(9_130_000_000L)).picture();

        assertThat(width(turned.large())).isCloseTo(0.1, within(1e-9));
        assertThat(width(turned.small())).isCloseTo(1, within(1e-9));
    }

    @Test
    void theSmallBarIsEnlargedToTheRestOfTheWidth() {
        Picture.Lens lens = picture.lens().orElseThrow();

        assertThat(lens.sliver()).isEqualTo(width(picture.small()));
        assertThat(lens.left() + width(lens.bar())).isCloseTo(1, within(1e-9));
        assertThat(lens.bar().label()).isEqualTo("the same, enlarged 126 times");
        assertThat(picture.description()).contains("is 0.55 % as long: a sliver. Enlarged beside it, it is");
    }

    @Test
    void whatIsLargeEnoughIsNotEnlargedNorSaidToBe() {
        assertThat(of(weighing(273_000_000)).picture().lens()).isPresent();

        Picture large = of(weighing(274_000_000)).picture();

        assertThat(large.lens()).isEmpty();
        assertThat(large.description())
                .endsWith("in all 274 MB, is 30 % as long: the program 5.06 MB, other files 269 MB.");
    }

    @Test
    void anImageOfNothingHasNoBarAndNoLens() {
        Picture empty = of(changed(multiImage(), holding())).picture();

        assertThat(empty.lens()).isEmpty();
        assertThat(empty.small().parts()).isEmpty();
        assertThat(empty.description()).endsWith("in all 0 B, is 0.00 % as long: –.");
    }

    @Test
    void eachPartBearsTheNumberAndTheColourOfItsKey() {
        List<Key> legend = picture.legend();

        assertThat(legend).extracting(Key::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(legend)
                .extracting(Key::colour)
                .containsExactly("system", "git", "c-compiler", "go", "leftovers", "program");
        assertThat(picture.large().parts())
                .allSatisfy(part ->
                        assertThat(legend.get(part.number() - 1).colour()).isEqualTo(part.colour()));
        assertThat(picture.small().parts()).extracting(Part::number).containsExactly(6);
    }

    @Test
    void amountsAreTheNaiveImagesWhereItHasAny() {
        Picture more = of(changed(multiImage(), holding(file("/hello", 5_062_808), file("/data", 1_000))))
                .picture();

        assertThat(more.legend())
                .extracting(Key::amounts)
                .containsExactly(
                        "166 MB, 18 %",
                        "177 MB, 19 %", "251 MB, 27 %", "242 MB, 26 %", "72.9 MB, 8.0 %", "5.08 MB, 0.56 %", "1.00 kB");
    }

    @Test
    void theTableSaysTheSameAndEndsInTheSums() {
        assertThat(Told.rows(of(multiImage()).table()))
                .contains("Git and friends | 177 MB | 19 % | – | –", "the program | 5.08 MB | 0.56 % | 5.06 MB | 100 %")
                .endsWith("in all | 913 MB | 100 % | 5.06 MB | 100 %");
    }

    @Test
    void aFrenchPictureSpeaksFrench() {
        Picture french = new BytesPicture(new Phrases(Language.FRENCH, good()), naiveImage(), multiImage()).picture();

        assertThat(french.language()).isEqualTo("fr");
        assertThat(french.title()).isEqualTo("Où sont les octets, les deux images à la même échelle");
        assertThat(french.legend()).extracting(Key::words).startsWith("Debian, le système");
    }

    private static BytesPicture of(Image multi) {
        return new BytesPicture(new Phrases(Language.ENGLISH, good()), naiveImage(), multi);
    }

    private static Image weighing(long bytes) {
        return changed(multiImage(), holding(file("/hello", bytes)), executable(with("bytes", 5_062_808L)));
    }

    private static double width(Bar bar) {
        return bar.parts().stream().mapToDouble(Part::width).sum();
    }
}
