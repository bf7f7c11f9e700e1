package multistage.demo;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One of the parts into which a class is split, so that several jobs share it.
 *
 * @param part which, from 1
 * @param parts how many there are
 */
record Shard(int part, int parts) {
    static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

    /**
     * Reads {@code 2/10}: the second of ten.
     *
     * @throws IllegalArgumentException when it is not written so, or there is no such part
     */
    static Shard parse(String written) {
        Matcher numbers = WRITTEN.matcher(written);
        if (numbers.matches()) {
            Shard shard = new Shard(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
            if (shard.part <= shard.parts) {
                return shard;
            }
        }
        throw new IllegalArgumentException(
                "-Dshard=" + written + " is no part of a class; it takes PART/PARTS, from 1/10 to 10/10 say");
    }

    /**
     * Whether that student is in this part: by the name alone, so that nobody moves when others come or go, and on any system,
     * some of which take accents apart.
     */
    boolean takes(String student) {
        CRC32 sum = new CRC32();
        sum.update(Normalizer.normalize(student, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % parts == part - 1;
    }
}
