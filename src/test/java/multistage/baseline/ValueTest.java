package multistage.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import multistage.baseline.Value.Count;
import multistage.baseline.Value.Weight;
import multistage.baseline.Value.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTest {
    @ParameterizedTest
    @CsvSource({
        "1000, 1000, false",
        "1000, 1050, false",
        "1000, 1051, true",
        "1000, 950, false",
        "1000, 949, true",
        "1000, 500, true",
        "0, 0, false",
        "0, 1, true",
        "1, 0, true"
    })
    void aWeightMayMoveByFivePercentEitherWay(long before, long now, boolean moved) {
        assertThat(new Weight(before).hasMoved(new Weight(now))).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5062808 | 7443286 | +2,380,478 bytes, +47.02 %",
                "1000 | 500 | -500 bytes, -50 %",
                "1000000 | 1050001 | +50,001 bytes, +5.01 %",
                "0 | 1200 | +1,200 bytes"
            })
    void aWeightsChangeIsToldInBytesAndInPercentThatNeverReadAsTheLimit(long before, long now, String change) {
        assertThat(new Weight(before).change(new Weight(now))).isEqualTo(change);
    }

    @Test
    void aWeightIsShownForPeopleWithWhatItMayMove() {
        assertThat(new Weight(5_062_808).shown()).isEqualTo("5.06 MB");
        assertThat(new Weight(5_062_808).allowed()).isEqualTo("±5 %");
    }

    @Test
    void aCountMayNotMove() {
        assertThat(new Count(1).hasMoved(new Count(1))).isFalse();
        assertThat(new Count(1).hasMoved(new Count(2))).isTrue();
        assertThat(new Count(1).allowed()).isEqualTo("none");
    }

    @Test
    void aCountsChangeHasASign() {
        assertThat(new Count(1).shown()).isEqualTo("1");
        assertThat(new Count(1).change(new Count(8))).isEqualTo("+7");
        assertThat(new Count(2).change(new Count(1))).isEqualTo("-1");
    }

    @Test
    void wordsMayNotMoveNorChangePlaces() {
        assertThat(words("a", "b").hasMoved(words("a", "b"))).isFalse();
        assertThat(words("a", "b").hasMoved(words("b", "a"))).isTrue();
        assertThat(words("a").hasMoved(words())).isTrue();
        assertThat(words("a").allowed()).isEqualTo("none");
    }

    @Test
    void ofManyWordsTheFirstAreShown() {
        assertThat(words().shown()).isEqualTo("none");
        assertThat(words("a", "b", "c").shown()).isEqualTo("a, b, c");
        assertThat(words("a", "b", "c", "d", "e").shown()).isEqualTo("a, b, c and 2 more");
    }

    @Test
    void wordsThatWouldNotFitAreCountedOrCut() {
        String path = "PATH=" + "/usr/local/bin:".repeat(4);

        assertThat(words("a".repeat(23), "b".repeat(23)).shown()).isEqualTo("a".repeat(23) + ", " + "b".repeat(23));
        assertThat(words("a".repeat(48)).shown()).isEqualTo("a".repeat(48));
        assertThat(words(path, "GOPATH=/go").shown()).isEqualTo("2 values");
        assertThat(words(path).shown()).isEqualTo(path.substring(0, 47) + "…");
        assertThat(words("GOPATH=/go").change(words(path, "GOPATH=/go"))).isEqualTo("+ " + path.substring(0, 45) + "…");
    }

    @Test
    void ofTwoLongWordsItIsShownWhereTheyDiffer() {
        String path = "PATH=" + "/usr/local/bin:".repeat(4);

        assertThat(words(path + "/bin").change(words(path + "/sbin")))
                .isEqualTo("+ …/local/bin:/sbin, − …/local/bin:/bin");
        assertThat(words("a".repeat(24) + "b").change(words("a".repeat(24) + "c")))
                .isEqualTo("+ " + "a".repeat(24) + "c, − " + "a".repeat(24) + "b");
    }

    @Test
    void ofWordsItIsToldWhichCameAndWhichWent() {
        assertThat(words("a", "b").change(words("b", "c"))).isEqualTo("+ c, − a");
        assertThat(words("a", "b").change(words("c", "d"))).isEqualTo("+ c, + d, − a and 1 more");
        assertThat(words("a", "a").change(words("a"))).isEqualTo("− a");
        assertThat(words("a").change(words("a", "b", "c", "d", "e"))).isEqualTo("+ b, + c, + d and 1 more");
        assertThat(words("a", "b").change(words("b", "a"))).isEqualTo("another order");
    }

    private static Words words(String... words) {
        return new Words(List.of(words));
    }
}
