package multistage.claim;

import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.multi;
import static multistage.facts.Changes.notBuilt;
import static multistage.facts.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotTheirsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "the multi-stage image does not build: failed to copy: No space left on device",
                "does not build: Dockerfile-multi, line 3\nits log:\n  go: writing: no space left on device\n  exit 1",
                "golang:1.22 is needed and cannot be pulled: the registry's rate limit is reached. What to do: wait"
            })
    void aFullDiskOrARegistryThatIsTiredOfUsIsNoStudentsDoing(String failure) {
        assertThat(NotTheirs.reason(changed(good(), multi(notBuilt(failure)))))
                .hasValueSatisfying(reason -> assertThat(failure).contains(reason))
                .hasValueSatisfying(
                        reason -> assertThat(reason).doesNotContain("\n").isEqualTo(reason.strip()));
    }

    @Test
    void whatElseKeepsAnImageFromBuildingIs() {
        assertThat(NotTheirs.reason(changed(good(), multi(notBuilt("COPY main.go: there is no main.go")))))
                .isEmpty();
    }

    @Test
    void whoseImagesBuiltHasNothingToExcuse() {
        assertThat(NotTheirs.reason(good())).isEmpty();
    }
}
