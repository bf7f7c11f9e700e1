package multistage.measure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import multistage.facts.GoBuild;

/**
 * Reads what Go wrote into a program about its making (debug/buildinfo), in the form that Go has written since 1.18: both
 * texts in place, each after its length. Of older programs, which hold pointers there, nothing is told.
 */
final class GoBuildReader {
    /** The section of a program that holds it. */
    static final String SECTION = ".go.buildinfo";

    private static final byte[] MAGIC = "\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1);
    private static final int FLAGS = 15;
    private static final int IN_PLACE = 2;
    private static final int TEXTS = 32;

    private static final int MODULES_LIMIT = 1_000_000;
    private static final int SETTINGS_LIMIT = 100;
    /** Go's version is a word, and whatever experiments the compiler was built with follow it. */
    private static final Pattern VERSION = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{0,99}");
    /** What tells where the modules begin and end, for whoever looks for them in the program's memory. */
    private static final int SENTINEL = 16;

    private static final Pattern SETTING =
            Pattern.compile("(?dm)^build\\t([\\x21\\x23-\\x3c\\x3e-\\x7e]{1,100})=(\\P{Cntrl}{0,1000})$");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    private final byte[] bytes;
    private int next = TEXTS;

    private GoBuildReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What that section says; nothing where it is not of that form. */
    static Optional<GoBuild> read(byte[] section) {
        boolean inPlace = section.length > TEXTS
                && Arrays.equals(section, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                && (section[FLAGS] & IN_PLACE) != 0;
        return inPlace ? new GoBuildReader(section).read() : Optional.empty();
    }

    private Optional<GoBuild> read() {
        Optional<String> version = text().filter(text -> VERSION.matcher(text).matches());
        Optional<String> modules = text();
        return version.map(go -> new GoBuild(
                go,
                modules.map(GoBuildReader::framed).map(GoBuildReader::settings).orElse(Map.of())));
    }

    /** The next text, a character for each byte; nothing where its length is none, or is more than there is left. */
    private Optional<String> text() {
        long length = length();
        if (length < 0 || length > Math.min(bytes.length - next, MODULES_LIMIT)) {
            return Optional.empty();
        }
        String text = new String(bytes, next, (int) length, StandardCharsets.ISO_8859_1);
        next += (int) length;
        return Optional.of(text);
    }

    /** A number in groups of seven bits, the lowest first, each but the last with its highest bit set. */
    private long length() {
        long length = 0;
        for (int shift = 0; shift < 35 && next < bytes.length; shift += 7) {
            byte group = bytes[next++];
            length |= (group & 0x7fL) << shift;
            if (group >= 0) {
                return length;
            }
        }
        return -1;
    }

    private static String framed(String modules) {
        int end = modules.length() - SENTINEL;
        boolean framed = end > SENTINEL && modules.charAt(end - 1) == '\n';
        return framed ? decoded(modules.substring(SENTINEL, end)) : "";
    }

    private static String decoded(String raw) {
        return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static Map<String, String> settings(String modules) {
        Map<String, String> settings = new TreeMap<>();
        SETTING.matcher(modules)
                .results()
                .limit(SETTINGS_LIMIT)
                .forEach(setting -> settings.put(setting.group(1), unquoted(setting.group(2))));
        return settings;
    }

    /** Go quotes a value that has blanks or quotes in it. */
    private static String unquoted(String value) {
        Matcher quoted = QUOTED.matcher(value);
        return quoted.matches() ? ESCAPED.matcher(quoted.group(1)).replaceAll("$1") : value;
    }
}
