package multistage.measure;

import static multistage.facts.Variant.MULTI;
import static multistage.facts.Variant.NAIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import multistage.facts.Variant;
import org.junit.jupiter.api.Test;

class ProbesTest {
    @Test
    void theNaiveImageIsTriedWithAllThatTheLessonSaysItCarries() {
        assertThat(whats(NAIVE)).containsExactlyInAnyOrder("a Go toolchain", "a C compiler", "git", "a shell");
    }

    @Test
    void theMultiStageImageIsTriedWithMoreThanOneShell() {
        assertThat(whats(MULTI)).hasSizeGreaterThan(1).containsOnly("a shell");
    }

    @Test
    void aShellShowsThatItRunsByRunningSomething() {
        assertThat(Probes.values())
                .filteredOn(probe -> probe.what.equals("a shell"))
                .allSatisfy(probe -> assertThat(probe.command).contains("-c"));
    }

    private static List<String> whats(Variant variant) {
        return Arrays.stream(Probes.values())
                .filter(probe -> probe.variant == variant)
                .map(probe -> probe.what)
                .toList();
    }
}
