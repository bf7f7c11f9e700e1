package multistage.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import multistage.facts.Bytes;

/**
 * Numbers with their units, as people of a language write them: {@code 5.06 MB}, and in French {@code 5,06 Mo}, with spaces
 * that do not break.
 */
public final class Amounts {
    private static final String NO_BREAK = "\u00a0";
    private static final String NARROW_NO_BREAK = "\u202f";

    private final Language language;

    public Amounts(Language language) {
        this.language = language;
    }

    /** A size in powers of ten, three digits. */
    public String bytes(long bytes) {
        return language == Language.FRENCH ? french(Bytes.human(bytes)).replace('B', 'o') : Bytes.human(bytes);
    }

    /** A size to the byte: {@code 5,062,808 bytes}. */
    public String exactBytes(long bytes) {
        return language == Language.FRENCH
                ? count(bytes) + NO_BREAK + (Math.abs(bytes) < 2 ? "octet" : "octets")
                : count(bytes) + (bytes == 1 ? " byte" : " bytes");
    }

    /** Both: {@code 5.06 MB (5062808 bytes)}; below a thousand they are the same, and told once. */
    public String bytesInFull(long bytes) {
        if (language == Language.ENGLISH) {
            return Bytes.exact(bytes);
        }
        return bytes < 1000 ? exactBytes(bytes) : bytes(bytes) + " (" + exactBytes(bytes) + ")";
    }

    /** A part of a whole, in percent. */
    public String share(long part, long whole) {
        return told(Bytes.share(part, whole));
    }

    /** A number of things, in groups of three digits. */
    public String count(long count) {
        String english = String.format(Locale.ROOT, "%,d", count);
        return language == Language.FRENCH ? english.replace(",", NARROW_NO_BREAK) : english;
    }

    /** The digits of a number, and in French in groups of three. */
    String digits(String english) {
        if (language == Language.ENGLISH) {
            return english;
        }
        String[] parts = english.split("\\.");
        String whole = parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", NARROW_NO_BREAK);
        return parts.length == 1 ? whole : whole + "," + parts[1];
    }

    /** A number with one decimal. */
    public String decimal(double number) {
        return told(String.format(Locale.ROOT, "%.1f", number));
    }

    /** Seconds, with one decimal. */
    public String seconds(Duration duration) {
        return told(String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0));
    }

    /** The minute, in UTC. */
    public String date(Instant instant) {
        String pattern = language == Language.FRENCH ? "d MMMM uuuu 'à' HH:mm 'UTC'" : "d MMMM uuuu, HH:mm 'UTC'";
        String date = DateTimeFormatter.ofPattern(pattern, language.locale())
                .withZone(ZoneOffset.UTC)
                .format(instant);
        return language == Language.FRENCH ? date.replaceFirst("^1 ", "1er ") : date;
    }

    private String told(String english) {
        return language == Language.FRENCH ? french(english) : english;
    }

    private static String french(String english) {
        return english.replace('.', ',').replace(" ", NO_BREAK);
    }
}
