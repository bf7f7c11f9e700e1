package multistage;

import static multistage.assertions.DemoAssertions.assertThat;

import multistage.baseline.BaselineComparison;
import multistage.run.ComparedWithBaseline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whether the lesson's demo still is what it was when its facts were last committed. */
@ComparedWithBaseline
@Order(4)
@DisplayName("The baseline")
class BaselineTest {

    @Test
    @DisplayName("The baseline has not moved")
    void hasNotMoved(BaselineComparison withTheBaseline) {
        assertThat(withTheBaseline).hasNotMoved();
    }
}
