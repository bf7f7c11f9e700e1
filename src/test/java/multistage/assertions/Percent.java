package multistage.assertions;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Parts in percent, rounded away from the limit that they miss: 79.999 % must not read as the 80 % that it falls short
 * of.
 */
final class Percent {
    private Percent() {}

    /** A part that is too small. */
    static String tooSmall(long part, long whole) {
        return percent(part, whole, RoundingMode.DOWN);
    }

    /** A part that is too large. */
    static String tooLarge(long part, long whole) {
        return percent(part, whole, RoundingMode.UP);
    }

    /** Whether a figure is further from another than that many percent of the other. */
    static boolean areApart(long found, long expected, int percent) {
        return 100 * Math.abs(found - expected) > percent * expected;
    }

    /** How far: {@code 12.5 % more}. */
    static String apart(long found, long expected) {
        return tooLarge(Math.abs(found - expected), expected) + (found < expected ? " less" : " more");
    }

    private static String percent(long part, long whole, RoundingMode mode) {
        if (whole == 0) {
            return "∞ %";
        }
        BigDecimal percent = BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 2, mode);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }
}
