package multistage.whatif;

import static multistage.facts.fixtures.Changes.answering;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.executable;
import static multistage.facts.fixtures.Changes.holding;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.neverAnswering;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.service;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.file;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.multiInventory;
import static multistage.facts.fixtures.ExampleFacts.response;
import static multistage.facts.fixtures.ExampleFacts.whatIf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import multistage.facts.Content;
import multistage.facts.ImageFacts;
import multistage.facts.Lesson;
import multistage.facts.Message;
import multistage.facts.WhatIf.Variation;
import multistage.whatif.Variations.Change;
import org.junit.jupiter.api.Test;

class CondensedTest {
    private static final Change NONE = new Change("FROM scratch\n", List.of(), List.of());

    @Test
    void theDockerfileAsItStandsIsToldAsItWasMeasured() {
        assertThat(condensed(facts -> facts)).isEqualTo(whatIf().variations().get(0));
    }

    @Test
    void theChangeIsToldByItsNameAndItsLines() {
        Variation told = Condensed.of("cgo", new Change("whole", List.of("before"), List.of("after")), good().multi());

        assertThat(told.name()).isEqualTo("cgo");
        assertThat(told.before()).containsExactly("before");
        assertThat(told.after()).containsExactly("after");
    }

    @Test
    void whatDidNotBuildIsToldByItsFailure() {
        Variation told = condensed(notBuilt("golang:1.23 is needed and cannot be pulled"));

        assertThat(told.failure()).contains(Message.verbatim("golang:1.23 is needed and cannot be pulled"));
        assertThat(told.bytes()).isEmpty();
        assertThat(told.layers()).isZero();
        assertThat(told.files()).isZero();
        assertThat(told.answers()).isFalse();
    }

    @Test
    void bytesAreThoseOfTheContentAndElseOfTheHistory() {
        assertThat(condensed(image(holding(file("/hello", 7)))).bytes()).contains(7L);
        assertThat(condensed(image(with("content", Optional.empty()))).bytes()).contains(5_062_808L);
    }

    @Test
    void filesAreThoseOfTheInventoryAndElseOfTheContent() {
        Content.Entry link = new Content.Entry("/bin/sh", Content.Kind.LINK, 0, "0777");
        UnaryOperator<ImageFacts> twoFiles = image(holding(file("/hello", 7), file("/other", 7), link));

        assertThat(condensed(twoFiles).files()).isEqualTo(1);
        assertThat(condensed(facts -> changed(facts, twoFiles, with("inventory", Optional.empty())))
                        .files())
                .isEqualTo(2);
    }

    @Test
    void provisionsAreThoseOfTheInventoryIfThereIsOne() {
        assertThat(condensed(facts -> facts).provisions())
                .isEqualTo(multiInventory().provisions());
        assertThat(condensed(with("inventory", Optional.empty())).provisions()).isEmpty();
    }

    @Test
    void anotherAnswerThanTheLessonsIsNone() {
        assertThat(condensed(service(answering(response(500, Lesson.ANSWER)))).answers())
                .isFalse();
        assertThat(condensed(service(answering(response(200, "Hello\n")))).answers())
                .isFalse();
    }

    @Test
    void whatNeverAnswersIsToldWithItsTrouble() {
        Variation told = condensed(service(service ->
                changed(service, neverAnswering(), with("trouble", Optional.of(Message.of("it listens elsewhere"))))));

        assertThat(told.answers()).isFalse();
        assertThat(told.trouble()).contains(Message.of("it listens elsewhere"));
    }

    @Test
    void theProgramIsToldByHowItIsLinkedAndWhatIsLeftInIt() {
        Variation told = condensed(image(executable(program -> changed(
                program,
                with("interpreter", Optional.of("/lib64/ld-linux-x86-64.so.2")),
                with("symbolTables", List.of(".symtab")),
                with("buildPaths", List.of("/app/main.go"))))));

        assertThat(told.interpreter()).contains("/lib64/ld-linux-x86-64.so.2");
        assertThat(told.symbolTables()).containsExactly(".symtab");
        assertThat(told.buildPaths()).containsExactly("/app/main.go");
    }

    @Test
    void aProgramThatCouldNotBeReadIsToldByNothing() {
        Variation told = condensed(image(with("executable", Optional.empty())));

        assertThat(told.programBytes()).isEmpty();
        assertThat(told.interpreter()).isEmpty();
    }

    private static Variation condensed(UnaryOperator<ImageFacts> change) {
        return Condensed.of("unchanged", NONE, change.apply(good().multi()));
    }
}
