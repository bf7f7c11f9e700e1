package multistage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class GzipStreamTest {
    private static final byte[] HELLO = "hello, hello, hello".getBytes();

    @Test
    void membersFollowEachOther() throws IOException {
        byte[] large = new byte[200_000];
        Arrays.fill(large, (byte) 'x');

        assertThat(unpacked(Packing.GZIP_MEMBERS.pack(HELLO))).isEqualTo(HELLO);
        assertThat(unpacked(Packing.GZIP_MEMBERS.pack(large))).isEqualTo(large);
    }

    @Test
    void membersMayBeEmptyAndMany() throws IOException {
        byte[] empty = Packing.GZIP.pack(new byte[0]);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            members.writeBytes(empty);
        }
        members.writeBytes(Packing.GZIP.pack(HELLO));

        assertThat(unpacked(members.toByteArray())).isEqualTo(HELLO);
    }

    @Test
    void whatAHeaderMayHoldIsPassedOver() throws IOException {
        byte[] plain = Packing.GZIP.pack(HELLO);
        byte[] header = HexFormat.of().parseHex("1f8b081e0000000000ff" + "0300aabbcc" + "6e00" + "6300" + "dddd");

        assertThat(unpacked(Packing.joined(header, Arrays.copyOfRange(plain, 10, plain.length))))
                .isEqualTo(HELLO);
    }

    @Test
    void oneThatIsCutAnywhereIsAnError() {
        byte[] packed = Packing.GZIP.pack(HELLO);

        for (int length = 1; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatIOException()
                    .as("cut at %d", length)
                    .isThrownBy(() -> unpacked(cut))
                    .withMessageStartingWith("it ends in the middle of ");
        }
    }

    @Test
    void aWrongChecksumLengthOrContinuationIsAnError() {
        byte[] packed = Packing.GZIP.pack(HELLO);
        for (int fromEnd : new int[] {1, 8}) {
            byte[] wrong = packed.clone();
            wrong[wrong.length - fromEnd] ^= 1;
            assertThatIOException().isThrownBy(() -> unpacked(wrong)).withMessage("its checksum is wrong");
        }
        assertThatIOException()
                .isThrownBy(() -> unpacked(Packing.joined(packed, "more".getBytes())))
                .withMessage("it has something else than a member of gzip");
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GzipStream stream = new GzipStream(new ByteArrayInputStream(packed))) {
            return stream.readAllBytes();
        }
    }
}
