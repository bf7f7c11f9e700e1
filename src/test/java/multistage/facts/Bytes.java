package multistage.facts;

import java.util.Locale;

/** Sizes as people read them, in powers of ten as Docker prints them: {@code 913 MB}, {@code 5.06 MB}. */
public final class Bytes {
    /** A megabyte, in bytes. */
    public static final long MB = 1_000_000;

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Bytes() {}

    /** Three significant digits and a unit. */
    public static String human(long bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        int decimals = unit == 0 || Math.abs(value) >= 99.95 ? 0 : Math.abs(value) >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value, UNITS[unit]);
    }

    /** A size for people and to the byte: {@code 5.06 MB (5062808 bytes)}. */
    public static String exact(long bytes) {
        return bytes < 1000 ? bytes + " bytes" : human(bytes) + " (" + bytes + " bytes)";
    }

    /** A part of a whole, in percent: {@code 91 %}, {@code 0.55 %}. */
    public static String share(long part, long whole) {
        double percent = whole == 0 ? 0 : 100.0 * part / whole;
        int decimals = percent >= 9.95 ? 0 : percent >= 0.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %%", percent);
    }
}
