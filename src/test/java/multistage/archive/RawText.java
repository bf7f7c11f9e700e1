package multistage.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import multistage.facts.Cut;
import multistage.facts.Unseen;

/**
 * Names as archives hold them: bytes, of any encoding. In memory each byte is one character, so that two names that
 * differ never become one; to be shown they are decoded as UTF-8.
 */
final class RawText {
    private static final int SHOWN = 100;
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\p{ASCII}]");

    private RawText() {}

    static String of(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, ISO_8859_1);
    }

    /** A name that a JSON document gives, to be compared with those of entries. */
    static String of(String decoded) {
        return new String(decoded.getBytes(UTF_8), ISO_8859_1);
    }

    /** As people read it; a name that is no UTF-8 has {@code \xe9} for each byte that is no ASCII. */
    static String decoded(String raw) {
        if (!NOT_ASCII.matcher(raw).find()) {
            return raw; // and so half a million names are not held twice
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(raw.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return NOT_ASCII
                    .matcher(raw)
                    .replaceAll(found -> Matcher.quoteReplacement(String.format(
                            Locale.ROOT, "\\x%02x", (int) found.group().charAt(0))));
        }
    }

    /** In quotes, on one line, cut, and without a character that cannot be seen or moves others. */
    static String shown(String raw) {
        return '"' + Unseen.escaped(Cut.within(decoded(raw), SHOWN)) + '"';
    }
}
