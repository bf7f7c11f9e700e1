package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.outcome.Outcome.Verdict.FAILED;
import static multistage.outcome.Outcome.Verdict.NOT_JUDGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import multistage.facts.EngineFacts;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import org.junit.jupiter.api.Test;

class EngineRowTest {
    @Test
    void aRowHoldsTheEngineAndEveryFigureToTheByte() {
        assertThat(row(good()))
                .isEqualTo(
                        "| Docker | 28.5.2 | overlay2 | 5062808 | 5062808 | 1 | 913000000 | file bytes | 835000000 | 5079192"
                                + " | 9, 7 | 180 | 913 MB, 5.06 MB | 1 of 3 |");
    }

    @Test
    void headLineAndRowHaveAsManyCells() {
        assertThat(EngineRow.lines(new Judged(good(), List.of())))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.split(" \\| ")).hasSize(14));
    }

    @Test
    void whatIsNotKnownSaysSo() {
        assertThat(row(changed(good(), multi(notBuilt("no")))))
                .startsWith("| Docker | 28.5.2 | overlay2 | (not known) | (not known) | (not known) | 913000000 |");
    }

    @Test
    void noEngineCanAddACell() {
        Facts odd = changed(good(), with("engine", new EngineFacts("Docker", "1|2", "a\nb", "unix:///x")));

        assertThat(row(odd)).startsWith("| Docker | 1\\|2 | a b | 5062808 |");
    }

    private static String row(Facts facts) {
        return EngineRow.lines(new Judged(
                        facts,
                        List.of(
                                Outcome.held("NaiveImageTest.builds"),
                                new Outcome("NaiveImageTest.answers", FAILED, Message.verbatim("no")),
                                new Outcome("MultiStageImageTest.builds", NOT_JUDGED, Message.verbatim("no")))))
                .get(2);
    }
}
