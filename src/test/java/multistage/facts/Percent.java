package multistage.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Parts in percent, rounded away from the limit that they miss: 79.999 % must not read as the 80 % that it falls short
 * of.
 */
public final class Percent {
    private Percent() {}

    /** A part that is too small. */
    public static Message tooSmall(long part, long whole) {
        return percent(part, whole, RoundingMode.DOWN);
    }

    /** A part that is too large. */
    public static Message tooLarge(long part, long whole) {
        return percent(part, whole, RoundingMode.UP);
    }

    /** Whether a figure is further from the expected one, either way, than that many percent of the latter. */
    public static boolean areApart(long found, long expected, int percent) {
        return 100 * Math.abs(found - expected) > percent * expected;
    }

    /** How far: {@code 12.5 % more}. */
    public static Message apart(long found, long expected) {
        return Message.of(found < expected ? "%s less" : "%s more", tooLarge(Math.abs(found - expected), expected));
    }

    private static Message percent(long part, long whole, RoundingMode mode) {
        if (whole == 0) {
            return Message.of("∞ %");
        }
        BigDecimal percent = BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 2, mode);
        return Amount.percent(percent);
    }
}
