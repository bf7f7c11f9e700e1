package multistage.assertions;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.assertions.fixtures.Failing.messageOf;
import static multistage.facts.Bytes.MB;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.executable;
import static multistage.facts.fixtures.Changes.holding;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.file;
import static multistage.facts.fixtures.ExampleFacts.golang;
import static multistage.facts.fixtures.ExampleFacts.multiImage;
import static multistage.facts.fixtures.ExampleFacts.naiveImage;
import static multistage.facts.fixtures.ExampleFacts.run;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import multistage.facts.Image;
import multistage.facts.Message;
import multistage.facts.NotMeasured;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImageWeightAssertTest {
    private static final String ENGINE = " (Docker 28.5.2, overlay2)";
    private static final String BY_HISTORY =
            ", by its history (Docker 28.5.2, overlay2, which counts file bytes there; it lists the image as 913 MB)";
    private static final String AS_READ =
            ", as read from its layers (Docker 28.5.2, overlay2, which lists the image as 5.06 MB)";

    @Nested
    class WeighsBetween {
        @Test
        void passesFromOneLimitToTheOther() {
            assertThat(naiveImage())
                    .weighsBetween(700 * MB, 1300 * MB)
                    .weighsBetween(913 * MB, 914 * MB)
                    .weighsBetween(912 * MB, 913 * MB);
        }

        @Test
        void failsBelow() {
            messageOf(() -> assertThat(weighing(5_062_808)).weighsBetween(700 * MB, 1300 * MB))
                    .isEqualTo("the naive image should weigh between 700 MB and 1.30 GB,"
                            + " but it weighs 5.06 MB (5062808 bytes)" + BY_HISTORY);
        }

        @Test
        void failsOneByteBeyondEitherLimit() {
            messageOf(() -> assertThat(weighing(1_300_000_001)).weighsBetween(700 * MB, 1300 * MB))
                    .contains("1.30 GB (1300000001 bytes)");
            messageOf(() -> assertThat(weighing(699_999_999)).weighsBetween(700 * MB, 1300 * MB))
                    .contains("700 MB (699999999 bytes)");
        }
    }

    @Nested
    class ComesFromItsBase {
        @Test
        void passesDownToTheLimit() {
            assertThat(naiveImage()).comesFromItsBaseByAtLeast(91);
            assertThat(weighing(1_670_000_000)).comesFromItsBaseByAtLeast(50);
        }

        @Test
        void failsOneByteBelowItAndDoesNotRoundThatAway() {
            messageOf(() -> assertThat(weighing(1_670_000_001)).comesFromItsBaseByAtLeast(50))
                    .isEqualTo(
                            "the naive image should owe at least 50 % of its weight to its base, but it owes 49.99 %:"
                                    + " golang:1.23 has 835 MB (835000000 bytes) of its 1.67 GB (1670000001 bytes)"
                                    + BY_HISTORY);
        }

        @Test
        void tellsAStandInFromTheOfficialImage() {
            Image image = changed(naiveImage(), with("base", Optional.of(changed(golang(), with("standIn", true)))));

            messageOf(() -> assertThat(image).comesFromItsBaseByAtLeast(99))
                    .contains("golang:1.23 (stand-in) has 835 MB");
        }

        @Test
        void failsWithoutABase() {
            messageOf(() -> assertThat(multiImage()).comesFromItsBaseByAtLeast(80))
                    .isEqualTo("the multi-stage image should owe at least 80 % of its weight to its base,"
                            + " but no image at hand has the layers that its own start with");
        }

        @Test
        void failsWithoutAWeight() {
            messageOf(() -> assertThat(weighing(0)).comesFromItsBaseByAtLeast(80))
                    .isEqualTo("the naive image should owe at least 80 % of its weight to its base,"
                            + " but its history adds up to 0 bytes" + ENGINE);
        }
    }

    @Nested
    class HasProgramUnder {
        @Test
        void passesBelowTheLimit() {
            assertThat(naiveImage()).hasProgramUnder(1);
            assertThat(withProgramOf(9_129_999)).hasProgramUnder(1);
        }

        @Test
        void failsAtTheLimit() {
            messageOf(() -> assertThat(withProgramOf(9_130_000)).hasProgramUnder(1))
                    .isEqualTo("the naive image should owe less than 1 % of its weight to the program that it runs,"
                            + " but it owes 1 %: /go/bin/helloworld has 9.13 MB (9130000 bytes)"
                            + " of its 913 MB (913000000 bytes)" + BY_HISTORY);
        }

        @Test
        void isNotJudgedWithoutAProgramUnlessEachStartCompilesIt() {
            Image without = withoutProgram(naiveImage());

            assertThatExceptionOfType(NotMeasured.class)
                    .isThrownBy(() -> assertThat(without).hasProgramUnder(1));
            assertThat(changed(
                            without,
                            with(
                                    "config",
                                    changed(without.config(), with("command", List.of("go", "run", "main.go"))))))
                    .hasProgramUnder(1);
        }

        @Test
        void failsWithoutAWeight() {
            messageOf(() -> assertThat(weighing(0)).hasProgramUnder(1))
                    .endsWith("but its history adds up to 0 bytes" + ENGINE);
        }
    }

    @Nested
    class HasContentUnder {
        @Test
        void passesBelowTheLimit() {
            assertThat(multiImage()).hasContentUnder(10 * MB);
            assertThat(holdingProgramOf(9_999_999)).hasContentUnder(10 * MB);
        }

        @Test
        void failsAtTheLimit() {
            messageOf(() -> assertThat(holdingProgramOf(10_000_000)).hasContentUnder(10 * MB))
                    .isEqualTo("the multi-stage image should hold less than 10.0 MB,"
                            + " but its files weigh 10.0 MB (10000000 bytes)" + AS_READ);
        }

        @Test
        void failsWhenTheContentWasNotRead() {
            messageOf(() -> assertThat(naiveImage()).hasContentUnder(10 * MB))
                    .isEqualTo("the naive image should hold less than 10.0 MB, but what it holds could not be read");
        }

        @Test
        void tellsWhyTheContentWasNotRead() {
            Image image =
                    changed(naiveImage(), with("contentTrouble", Optional.of(Message.verbatim("it ends\nin a file"))));

            messageOf(() -> assertThat(image).hasContentUnder(10 * MB))
                    .endsWith("but what it holds could not be read: it ends\\nin a file");
        }
    }

    @Nested
    class WeighsItsExecutable {
        @Test
        void passesUpToTheLimit() {
            assertThat(multiImage()).weighsItsExecutableWithin(0);
            assertThat(changed(holdingProgramOf(5_050_000), executable(with("bytes", 5_000_000L))))
                    .weighsItsExecutableWithin(1);
        }

        @Test
        void failsBeyondIt() {
            messageOf(() -> assertThat(changed(holdingProgramOf(5_050_001), executable(with("bytes", 5_000_000L))))
                            .weighsItsExecutableWithin(1))
                    .isEqualTo("the multi-stage image should weigh what its program weighs, give or take 1 %,"
                            + " but its files weigh 5.05 MB (5050001 bytes): 1.01 % more than /hello"
                            + " with 5.00 MB (5000000 bytes)" + AS_READ);
        }

        @Test
        void failsWhenContentWasNotReadAndIsNotJudgedWithoutAProgram() {
            assertThatExceptionOfType(NotMeasured.class)
                    .isThrownBy(() -> assertThat(withoutProgram(multiImage())).weighsItsExecutableWithin(1));
            messageOf(() -> assertThat(naiveImage()).weighsItsExecutableWithin(1))
                    .endsWith("give or take 1 %, but what it holds could not be read");
        }
    }

    @Nested
    class IsSmaller {
        @Test
        void passesDownToBothLimits() {
            assertThat(multiImage()).isSmallerThan(naiveImage(), 100, 500 * MB);
            assertThat(holdingProgramOf(9_130_000)).isSmallerThan(naiveImage(), 100, 903_870_000);
        }

        @Test
        void failsWhenItIsNotSmallerByThatFactor() {
            messageOf(() -> assertThat(holdingProgramOf(9_130_001)).isSmallerThan(naiveImage(), 100, 500 * MB))
                    .isEqualTo("the multi-stage image should be at least 100 times and 500 MB smaller than the naive"
                            + " image, but it is 99.9 times and 904 MB (903869999 bytes) smaller:"
                            + " its files weigh 9.13 MB (9130001 bytes)" + AS_READ
                            + "; the other 913 MB (913000000 bytes)" + BY_HISTORY);
        }

        @Test
        void failsWhenItIsNotSmallerByThatManyBytes() {
            messageOf(() -> assertThat(holdingProgramOf(9_130_000)).isSmallerThan(naiveImage(), 100, 903_870_001))
                    .contains("but it is 100 times and 904 MB (903870000 bytes) smaller:");
        }

        @Test
        void failsWhenItIsNotSmallerAtAll() {
            messageOf(() -> assertThat(holdingProgramOf(913_000_000)).isSmallerThan(naiveImage(), 1, 1))
                    .contains("but it is no smaller: its files weigh 913 MB (913000000 bytes)" + AS_READ
                            + "; the other 913 MB");
        }

        @Test
        void failsAgainstAnotherThatIsSmallEvenWhenEmpty() {
            messageOf(() -> assertThat(changed(multiImage(), holding())).isSmallerThan(weighing(7), 100, 500 * MB))
                    .contains("but it is 7 times and 7 bytes smaller: its files weigh 0 bytes" + AS_READ
                            + "; the other 7 bytes");
        }

        @Test
        void failsWhenTheContentWasNotRead() {
            messageOf(() -> assertThat(naiveImage()).isSmallerThan(naiveImage(), 100, 500 * MB))
                    .endsWith("smaller than the naive image, but what it holds could not be read");
        }
    }

    private static Image weighing(long bytes) {
        return changed(naiveImage(), with("history", List.of(run("sha256:n1", "go install", bytes))));
    }

    private static Image withProgramOf(long bytes) {
        return changed(naiveImage(), executable(with("bytes", bytes)));
    }

    private static Image withoutProgram(Image image) {
        return changed(image, with("executable", Optional.empty()));
    }

    private static Image holdingProgramOf(long bytes) {
        return changed(multiImage(), holding(file("/hello", bytes)));
    }
}
