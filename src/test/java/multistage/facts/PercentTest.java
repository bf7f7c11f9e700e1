package multistage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentTest {
    @Test
    void aPartThatMissesALimitNeverReadsAsTheLimit() {
        assertThat(Percent.tooSmall(799_999_999, 1_000_000_000).english()).isEqualTo("79.99 %");
        assertThat(Percent.tooLarge(200_000_001, 1_000_000_000).english()).isEqualTo("20.01 %");
    }

    @Test
    void wholePercentsStandAlone() {
        assertThat(Percent.tooSmall(1, 2).english()).isEqualTo("50 %");
        assertThat(Percent.tooLarge(1, 1).english()).isEqualTo("100 %");
        assertThat(Percent.tooLarge(0, 5).english()).isEqualTo("0 %");
    }

    @Test
    void figuresAreApartBeyondTheLimitOnly() {
        assertThat(Percent.areApart(120, 100, 20)).isFalse();
        assertThat(Percent.areApart(80, 100, 20)).isFalse();
        assertThat(Percent.areApart(121, 100, 20)).isTrue();
        assertThat(Percent.areApart(79, 100, 20)).isTrue();
    }

    @Test
    void distancesHaveADirection() {
        assertThat(Percent.apart(121, 100).english()).isEqualTo("21 % more");
        assertThat(Percent.apart(79, 100).english()).isEqualTo("21 % less");
        assertThat(Percent.apart(5, 0).english()).isEqualTo("∞ % more");
    }
}
