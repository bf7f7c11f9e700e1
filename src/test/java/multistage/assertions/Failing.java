package multistage.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** For tests: assertions that are to fail. */
final class Failing {
    private Failing() {}

    /** The message of the failure; fails itself when there is none. */
    static AbstractStringAssert<?> messageOf(ThrowingCallable assertion) {
        AssertionError failure = catchThrowableOfType(AssertionError.class, assertion);
        assertThat(failure).as("the failure").isNotNull();
        return assertThat(failure.getMessage());
    }
}
