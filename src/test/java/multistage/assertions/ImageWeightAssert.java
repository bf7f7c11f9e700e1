package multistage.assertions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import multistage.facts.Base;
import multistage.facts.Bytes;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.Image;
import org.assertj.core.api.AbstractAssert;

/**
 * What an image weighs: the part of {@link ImageAssert} that counts bytes. Every size that a failure states comes
 * with the engine, since sizes depend on how it stores images.
 */
public abstract class ImageWeightAssert<SELF extends ImageWeightAssert<SELF>> extends AbstractAssert<SELF, Image> {
    ImageWeightAssert(Image actual, Class<SELF> type) {
        super(actual, type);
    }

    /** That the sum of its history is no less than the one number of bytes and no more than the other. */
    public SELF weighsBetween(long least, long most) {
        isNotNull();
        if (actual.historyBytes() < least || actual.historyBytes() > most) {
            failWithMessage(
                    "%s should weigh between %s and %s, but it weighs %s, %s",
                    actual.variant(),
                    Bytes.human(least),
                    Bytes.human(most),
                    Bytes.exact(actual.historyBytes()),
                    byHistory());
        }
        return myself;
    }

    /** That its base's history has that many percent of the bytes of its own, or more. Fails also without a base. */
    public SELF comesFromItsBaseByAtLeast(int percent) {
        isNotNull();
        String expected = "should owe at least " + percent + " % of its weight to its base";
        Base base = base(expected);
        long whole = weight(expected);
        if (100 * base.bytes() < percent * whole) {
            failWithMessage(
                    "%s %s, but it owes %s: %s has %s of its %s, %s",
                    actual.variant(),
                    expected,
                    Percent.tooSmall(base.bytes(), whole),
                    Text.value(base.toString()),
                    Bytes.exact(base.bytes()),
                    Bytes.exact(whole),
                    byHistory());
        }
        return myself;
    }

    /** That the program that it runs has less than that many percent of the bytes of its history. */
    public SELF hasProgramUnder(int percent) {
        isNotNull();
        String expected = "should owe less than " + percent + " % of its weight to the program that it runs";
        Executable program = program(expected);
        long whole = weight(expected);
        if (100 * program.bytes() >= percent * whole) {
            failWithMessage(
                    "%s %s, but it owes %s: %s has %s of its %s, %s",
                    actual.variant(),
                    expected,
                    Percent.tooLarge(program.bytes(), whole),
                    Text.value(program.path()),
                    Bytes.exact(program.bytes()),
                    Bytes.exact(whole),
                    byHistory());
        }
        return myself;
    }

    /** That its files have fewer bytes than that in all. Fails also when its content could not be read. */
    public SELF hasContentUnder(long bytes) {
        isNotNull();
        String expected = "should hold less than " + Bytes.human(bytes);
        Content content = content(expected);
        if (content.bytes() >= bytes) {
            failWithMessage(
                    "%s %s, but its files weigh %s, %s",
                    actual.variant(), expected, Bytes.exact(content.bytes()), asRead());
        }
        return myself;
    }

    /** That the bytes of its files and those of its program differ by no more than that many percent of the latter. */
    public SELF weighsItsExecutableWithin(int percent) {
        isNotNull();
        String expected = "should weigh what its program weighs, give or take " + percent + " %";
        Executable program = program(expected);
        long bytes = content(expected).bytes();
        if (Percent.areApart(bytes, program.bytes(), percent)) {
            failWithMessage(
                    "%s %s, but its files weigh %s: %s than %s with %s, %s",
                    actual.variant(),
                    expected,
                    Bytes.exact(bytes),
                    Percent.apart(bytes, program.bytes()),
                    Text.value(program.path()),
                    Bytes.exact(program.bytes()),
                    asRead());
        }
        return myself;
    }

    /**
     * That the bytes of its files go that many times into those of the other's history, and that they are at least so
     * many bytes fewer. Fails also when its content could not be read.
     */
    public SELF isSmallerThan(Image other, int times, long bytes) {
        isNotNull();
        String expected = "should be at least %d times and %s smaller than %s"
                .formatted(times, Bytes.human(bytes), other.variant());
        long own = content(expected).bytes();
        long others = other.historyBytes();
        if (others / times < own || others - own < bytes) {
            failWithMessage(
                    "%s %s, but it is %s: its files weigh %s, %s; the other %s, %s",
                    actual.variant(),
                    expected,
                    smaller(own, others),
                    Bytes.exact(own),
                    asRead(),
                    Bytes.exact(others),
                    byHistory(other));
        }
        return myself;
    }

    /** What its layers hold; fails when that could not be read. */
    final Content content(String expected) {
        return actual.content()
                .orElseThrow(() -> failure(
                        "%s %s, but what it holds could not be read%s",
                        actual.variant(), expected, because(actual.contentTrouble())));
    }

    /** The program that it runs; fails when that could not be read. */
    final Executable program(String expected) {
        return actual.executable()
                .orElseThrow(() -> failure("%s %s, but %s", actual.variant(), expected, whyNoProgram()));
    }

    private String whyNoProgram() {
        List<String> command = actual.config().commandLine();
        if (actual.executableTrouble().isPresent()) {
            return "that program could not be read" + because(actual.executableTrouble());
        }
        return command.isEmpty()
                ? "it says nothing of what to run, neither by ENTRYPOINT nor by CMD"
                : "it holds no program that " + Text.command(command) + " would run";
    }

    /** The image that it is based on; fails when there is none. */
    final Base base(String expected) {
        return actual.base()
                .orElseThrow(() -> failure(
                        "%s %s, but no image at hand has the layers that its own start with",
                        actual.variant(), expected));
    }

    private long weight(String expected) {
        long bytes = actual.historyBytes();
        if (bytes == 0) {
            failWithMessage("%s %s, but its history adds up to 0 bytes%s", actual.variant(), expected, engine());
        }
        return bytes;
    }

    /** What figures of its history mean on the engine that they come from, and what that lists the image as. */
    private String byHistory() {
        return byHistory(actual);
    }

    private static String byHistory(Image image) {
        return "by its history (%s, which counts %s there; it lists the image as %s)"
                .formatted(
                        Text.value(image.engine().brief()),
                        image.engine().historyCounts(),
                        Bytes.human(image.engineSize()));
    }

    private String asRead() {
        return "as read from its layers (%s, which lists the image as %s)"
                .formatted(Text.value(actual.engine().brief()), Bytes.human(actual.engineSize()));
    }

    /** The engine that figures come from, to follow them. */
    final String engine() {
        return " (" + Text.value(actual.engine().brief()) + ")";
    }

    private static String because(Optional<String> trouble) {
        return trouble.map(why -> ": " + Text.value(why)).orElse("");
    }

    private static String smaller(long own, long others) {
        if (own >= others) {
            return "no smaller";
        }
        BigDecimal times =
                BigDecimal.valueOf(others).divide(BigDecimal.valueOf(Math.max(own, 1)), 1, RoundingMode.DOWN);
        return times.stripTrailingZeros().toPlainString() + " times and " + Bytes.exact(others - own) + " smaller";
    }
}
