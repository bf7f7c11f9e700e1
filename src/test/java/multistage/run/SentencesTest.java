package multistage.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import multistage.facts.Facts;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private final DisplayNameGenerator sentences = new Sentences();

    @Test
    void aClassOfClaimsIsCalledByItsHeading() {
        assertThat(sentences.generateDisplayNameForClass(NaiveImageTest.class)).isEqualTo("The naive image");
    }

    @Test
    void aClaimIsCalledByAWholeSentence() throws NoSuchMethodException {
        assertThat(nameOf("answers")).isEqualTo("The naive image answers on port 8080");
    }

    @Test
    void whatHasNoSentenceIsCalledAsJUnitCallsIt() throws NoSuchMethodException {
        assertThat(sentences.generateDisplayNameForClass(SentencesTest.class)).isEqualTo("SentencesTest");
        assertThat(nameOf("flies")).isEqualTo("flies(Facts)");
    }

    private String nameOf(String method) throws NoSuchMethodException {
        return sentences.generateDisplayNameForMethod(
                List.of(), NaiveImageTest.class, NaiveImageTest.class.getDeclaredMethod(method, Facts.class));
    }

    /** Bears the name of a class in the catalogue. */
    private static final class NaiveImageTest {
        void answers(Facts demo) {}

        void flies(Facts demo) {}
    }
}
