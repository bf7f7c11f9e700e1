package multistage.assertions;

import multistage.facts.Message;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.internal.Failures;

/** Assertions on something of the facts, whose failures each language can tell. */
abstract class FactsAssert<SELF extends FactsAssert<SELF, ACTUAL>, ACTUAL> extends AbstractAssert<SELF, ACTUAL> {
    FactsAssert(ACTUAL actual, Class<SELF> type) {
        super(actual, type);
    }

    /** The failure of this form with these in its places; it begins, as AssertJ's do, with what {@code as(…)} said. */
    @Override
    protected AssertionError failure(String form, Object... parts) {
        return failure(Message.of(form, parts));
    }

    /** The failure of this message. */
    final AssertionError failure(Message message) {
        Failures failures = Failures.instance();
        AssertionError overriding = failures.failureIfErrorMessageIsOverridden(info);
        if (overriding != null) {
            return overriding;
        }
        AssertionError failure = new Failure(described(message));
        failures.removeAssertJRelatedElementsFromStackTraceIfNeeded(failure);
        return failure;
    }

    private Message described(Message message) {
        String description = info.descriptionText();
        if (description.isEmpty()) {
            return message;
        }
        // words without places are a form, which may have its French
        Message said = Message.places(description) == 0 ? Message.of(description) : Message.verbatim(description);
        return Message.of("[%s] %s", said, message);
    }
}
