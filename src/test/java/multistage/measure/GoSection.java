package multistage.measure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What Go writes into a program about its making, made by hand.
 *
 * @param version as Go writes it
 * @param modules the lines between the sentinels
 */
record GoSection(String version, String modules) {
    private static final String BEGIN = "0w\u00af\f\u0092t\b\u0002\u0041\u00e1\u00c1\u0007\u00e6\u00d6\u0018\u00e6";
    private static final String END =
            "\u00f9\u0032\u0043\u0031\u0086\u0018\u0020\u0072\u0000\u0082\u0042\u0010\u0041\u0016\u00d8\u00f2";

    byte[] bytes() {
        return bytes(BEGIN + utf8(modules) + END);
    }

    /** The same without sentinels. */
    byte[] unframed() {
        return bytes(utf8(modules));
    }

    private byte[] bytes(String framed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(raw("\u00ff Go buildinf:\b\u0002" + "\0".repeat(16)));
        text(version, bytes);
        text(framed, bytes);
        return bytes.toByteArray();
    }

    private static void text(String text, ByteArrayOutputStream bytes) {
        int left = text.length();
        for (; left > 0x7f; left >>>= 7) {
            bytes.write(left & 0x7f | 0x80);
        }
        bytes.write(left);
        bytes.writeBytes(raw(text));
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static byte[] raw(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
