package multistage.assertions;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Optional;
import multistage.assertions.fixtures.Failing;
import multistage.baseline.BaselineComparison;
import multistage.baseline.Change;
import multistage.facts.Variant;
import org.junit.jupiter.api.Test;

class BaselineComparisonAssertTest {
    private static final Change USER = new Change(
            "baseline.user",
            Variant.MULTI,
            "the multi-stage image: USER",
            "none",
            "100%s",
            "+ 100%s",
            "none",
            Optional.of(27),
            "Dockerfile-multi, line 27: USER 100%s");

    @Test
    void holdsWhereNothingHasMoved() {
        assertThatCode(() -> assertThat(found()).hasNotMoved().isNotNull()).doesNotThrowAnyException();
    }

    @Test
    void failsWithATableOfWhatHasMovedAndWithWhatToDo() {
        Failing.messageOf(() -> assertThat(found(USER)).hasNotMoved())
                .isEqualTo("""
                        1 of 18 facts has moved from docker/baseline.json, measured on %s:
                        fact                         baseline  now    change   allowed  brought by
                        the multi-stage image: USER  none      100%%s  + 100%%s  none     Dockerfile-multi, line 27: USER 100%%s
                        If that is meant, mvn test -Dbaseline=update writes it anew: look at the difference, then commit it.""".formatted(good().engine().brief()));
    }

    private static BaselineComparison found(Change... changes) {
        return new BaselineComparison("docker/baseline.json", good().engine(), 18, List.of(changes), false, List.of());
    }
}
