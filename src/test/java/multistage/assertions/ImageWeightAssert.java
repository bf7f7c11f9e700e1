package multistage.assertions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import multistage.facts.Amount;
import multistage.facts.Base;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.Image;
import multistage.facts.Message;
import multistage.facts.Percent;

/**
 * What an image weighs: the part of {@link ImageAssert} that counts bytes. Every size that a failure states comes
 * with the engine, since sizes depend on how it stores images.
 */
public abstract class ImageWeightAssert<SELF extends ImageWeightAssert<SELF>> extends FactsAssert<SELF, Image> {
    ImageWeightAssert(Image actual, Class<SELF> type) {
        super(actual, type);
    }

    /**
     * That the sum of its history is within these limits. Fails with that sum to the byte.
     *
     * @param least the fewest bytes that it may weigh
     * @param most the most bytes that it may weigh
     */
    public SELF weighsBetween(long least, long most) {
        isNotNull();
        if (actual.historyBytes() < least || actual.historyBytes() > most) {
            failWithMessage(
                    "%s should weigh between %s and %s, but it weighs %s, %s",
                    actual.variant(),
                    Amount.bytes(least),
                    Amount.bytes(most),
                    Amount.exactBytes(actual.historyBytes()),
                    byHistory());
        }
        return myself;
    }

    /**
     * That its base's history has that many percent of the bytes of its own, or more. Fails with the share, rounded down, and
     * also without a base and when its history adds up to nothing.
     */
    public SELF comesFromItsBaseByAtLeast(int percent) {
        isNotNull();
        Message expected = Message.of("should owe at least %s of its weight to its base", Amount.percent(percent));
        Base base = base(expected);
        long whole = weight(expected);
        if (100 * base.bytes() < percent * whole) {
            failWithMessage(
                    "%s %s, but it owes %s: %s has %s of its %s, %s",
                    actual.variant(),
                    expected,
                    Percent.tooSmall(base.bytes(), whole),
                    Text.values(base.told()),
                    Amount.exactBytes(base.bytes()),
                    Amount.exactBytes(whole),
                    byHistory());
        }
        return myself;
    }

    /**
     * That the program that it runs has less than that many percent of the bytes of its history. Fails with the share, rounded
     * up, and also when its history adds up to nothing. Where {@code go run} compiles the program at each start, none weighs anything.
     *
     * @throws multistage.facts.NotMeasured when that program could not be read
     */
    public SELF hasProgramUnder(int percent) {
        isNotNull();
        if (actual.config().compilesAtStart()) {
            return myself;
        }
        Message expected = Message.of(
                "should owe less than %s of its weight to the program that it runs", Amount.percent(percent));
        Executable program = actual.program();
        long whole = weight(expected);
        if (100 * program.bytes() >= percent * whole) {
            failWithMessage(
                    "%s %s, but it owes %s: %s has %s of its %s, %s",
                    actual.variant(),
                    expected,
                    Percent.tooLarge(program.bytes(), whole),
                    Text.value(program.path()),
                    Amount.exactBytes(program.bytes()),
                    Amount.exactBytes(whole),
                    byHistory());
        }
        return myself;
    }

    /** That its files have fewer bytes than that in all. Fails with their sum, and also when its content could not be read. */
    public SELF hasContentUnder(long bytes) {
        isNotNull();
        Message expected = Message.of("should hold less than %s", Amount.bytes(bytes));
        Content content = content(expected);
        if (content.bytes() >= bytes) {
            failWithMessage(
                    "%s %s, but its files weigh %s, %s",
                    actual.variant(), expected, Amount.exactBytes(content.bytes()), asRead());
        }
        return myself;
    }

    /**
     * That the bytes of its files and those of its program differ by no more than that many percent of the latter. Fails with
     * both and their distance, rounded up, and also when its content could not be read.
     *
     * @throws multistage.facts.NotMeasured when its program could not be read
     */
    public SELF weighsItsExecutableWithin(int percent) {
        isNotNull();
        Message expected = Message.of("should weigh what its program weighs, give or take %s", Amount.percent(percent));
        Executable program = actual.program();
        long bytes = content(expected).bytes();
        if (Percent.areApart(bytes, program.bytes(), percent)) {
            failWithMessage(
                    "%s %s, but its files weigh %s: %s than %s with %s, %s",
                    actual.variant(),
                    expected,
                    Amount.exactBytes(bytes),
                    Percent.apart(bytes, program.bytes()),
                    Text.value(program.path()),
                    Amount.exactBytes(program.bytes()),
                    asRead());
        }
        return myself;
    }

    /**
     * That the bytes of its files go that many times into those of the other's history, and that they are at least so
     * many bytes fewer. Fails with both weights and how far apart they are, and also when its content could not be read.
     */
    public SELF isSmallerThan(Image other, int times, long bytes) {
        isNotNull();
        Message expected = Message.of(
                "should be at least %s times and %s smaller than %s", times, Amount.bytes(bytes), other.variant());
        long own = content(expected).bytes();
        long others = other.historyBytes();
        if (others / times < own || others - own < bytes) {
            failWithMessage(
                    "%s %s, but it is %s: its files weigh %s, %s; the other %s, %s",
                    actual.variant(),
                    expected,
                    smaller(own, others),
                    Amount.exactBytes(own),
                    asRead(),
                    Amount.exactBytes(others),
                    byHistory(other));
        }
        return myself;
    }

    /** What its layers hold; fails when that could not be read. */
    final Content content(Message expected) {
        return actual.content()
                .orElseThrow(() -> failure(
                        "%s %s, but %s",
                        actual.variant(),
                        expected,
                        actual.contentTrouble()
                                .map(why -> Message.of("what it holds could not be read: %s", Text.values(why)))
                                .orElseGet(() -> Message.of("what it holds could not be read"))));
    }

    /** The image that it is based on; fails when there is none. */
    final Base base(Message expected) {
        return actual.base()
                .orElseThrow(() -> failure(
                        "%s %s, but no image at hand has the layers that its own start with",
                        actual.variant(), expected));
    }

    private long weight(Message expected) {
        long bytes = actual.historyBytes();
        if (bytes == 0) {
            failWithMessage("%s %s, but its history adds up to 0 bytes (%s)", actual.variant(), expected, engine());
        }
        return bytes;
    }

    /** What figures of its history mean on the engine that they come from, and what that lists the image as. */
    private Message byHistory() {
        return byHistory(actual);
    }

    private static Message byHistory(Image image) {
        return Message.of(
                "by its history (%s, which counts %s there; it lists the image as %s)",
                Text.value(image.engine().brief()),
                Message.of(image.engine().historyCounts()),
                Amount.bytes(image.engineSize()));
    }

    private Message asRead() {
        return Message.of(
                "as read from its layers (%s, which lists the image as %s)",
                Text.value(actual.engine().brief()), Amount.bytes(actual.engineSize()));
    }

    /** The engine that figures come from, to follow them. */
    final Message engine() {
        return Text.value(actual.engine().brief());
    }

    private static Message smaller(long own, long others) {
        if (own >= others) {
            return Message.of("no smaller");
        }
        BigDecimal times =
                BigDecimal.valueOf(others).divide(BigDecimal.valueOf(Math.max(own, 1)), 1, RoundingMode.DOWN);
        return Message.of("%s times and %s smaller", times.stripTrailingZeros(), Amount.exactBytes(others - own));
    }
}
