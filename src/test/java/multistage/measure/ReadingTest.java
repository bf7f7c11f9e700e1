package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.dockerjava.api.exception.InternalServerErrorException;
import java.io.IOException;
import java.util.Optional;
import multistage.facts.Message;
import org.junit.jupiter.api.Test;

class ReadingTest {
    @Test
    void whatIsReadIsThereWithoutTrouble() {
        assertThat(Reading.of(() -> Optional.of("text")))
                .isEqualTo(new Reading<>(Optional.of("text"), Optional.empty()));
    }

    @Test
    void whatIsNotThereIsNoTrouble() {
        assertThat(Reading.of(Optional::empty)).isEqualTo(new Reading<>(Optional.empty(), Optional.empty()));
    }

    @Test
    void whatCannotBeReadIsTroubleAndNoEnd() {
        assertThat(Reading.of(() -> {
                    throw new IOException("it is cut");
                }))
                .isEqualTo(new Reading<>(Optional.empty(), Optional.of(Message.verbatim("it is cut"))));
    }

    @Test
    void whatTheEngineRefusesIsTroubleInItsWords() {
        assertThat(Reading.of(() -> {
                    throw new InternalServerErrorException("{\"message\":\"content digest not found\"}");
                }))
                .isEqualTo(new Reading<>(
                        Optional.empty(), Optional.of(Message.of("the engine says: %s", "content digest not found"))));
    }

    @Test
    void whatElseGoesWrongIsNotHidden() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Reading.of(() -> {
                    throw new IllegalStateException();
                }));
    }
}
