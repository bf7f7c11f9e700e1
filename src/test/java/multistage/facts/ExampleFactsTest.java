package multistage.facts;

import static multistage.facts.Changes.answering;
import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.executable;
import static multistage.facts.Changes.image;
import static multistage.facts.Changes.multi;
import static multistage.facts.Changes.naive;
import static multistage.facts.Changes.notBuilt;
import static multistage.facts.Changes.readOnlyService;
import static multistage.facts.Changes.service;
import static multistage.facts.Changes.with;
import static multistage.facts.ExampleFacts.golang;
import static multistage.facts.ExampleFacts.good;
import static multistage.facts.ExampleFacts.multiImage;
import static multistage.facts.ExampleFacts.naiveImage;
import static multistage.facts.ExampleFacts.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleFactsTest {
    @Test
    void theFiguresAddUp() {
        assertThat(golang().bytes()).isEqualTo(835 * Bytes.MB);
        assertThat(naiveImage().historyBytes())
                .isEqualTo(913 * Bytes.MB)
                .isEqualTo(naiveImage().engineSize());
        assertThat(multiImage().historyBytes())
                .isEqualTo(multiImage().engineSize())
                .isEqualTo(multiImage().content().orElseThrow().bytes());
        assertThat(naiveImage().layers())
                .startsWith(golang().layers().toArray(String[]::new))
                .hasSize(9);
    }

    @Test
    void changesReachWhatTheyNameAndNothingElse() {
        Facts changed = changed(
                good(),
                naive(service(answering(response(404, "")))),
                multi(image(executable(with("bytes", 7L)))),
                multi(readOnlyService(with("running", false))));

        assertThat(changed.naive().image()).isEqualTo(good().naive().image());
        assertThat(changed.naive().readOnlyService()).isEqualTo(good().naive().readOnlyService());
        assertThat(changed.naive().answeringService().laterAnswer()).contains(response(404, ""));
        assertThat(changed.multi().executable().bytes()).isEqualTo(7);
        assertThat(changed.multi().image().layers()).isEqualTo(multiImage().layers());
        assertThat(changed.multi().readOnlyService().running()).isFalse();
        assertThat(changed.multi().service()).isEqualTo(good().multi().service());
    }

    @Test
    void anImageThatDidNotBuildTellsWhy() {
        assertThat(changed(good(), naive(notBuilt("no such stage")))
                        .naive()
                        .build()
                        .failure())
                .contains(Message.verbatim("no such stage"));
    }

    @Test
    void theOriginalStaysAsItWas() {
        Image original = multiImage();
        Image copy = changed(original, with("layers", List.of("a", "b")));

        assertThat(copy.layers()).containsExactly("a", "b");
        assertThat(original).isEqualTo(multiImage());
    }

    @Test
    void aComponentThatThereIsNotCannotBeChanged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changed(multiImage(), with("layer", List.of())))
                .withMessage("Image has no component layer");
    }
}
