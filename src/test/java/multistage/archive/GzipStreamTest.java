package multistage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import multistage.archive.fixtures.Packing;
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
    void aMemberMayBeLongerThanWhatIsReadAtOnce() throws IOException {
        byte[] noise = new byte[3 * Compression.BUFFER];
        new Random(1).nextBytes(noise);

        assertThat(unpacked(Packing.GZIP.pack(noise))).isEqualTo(noise);
    }

    @Test
    void bytesMayBeReadOneByOneToo() throws IOException {
        byte[] bytes = {0, 1, (byte) 0xff};
        try (GzipStream stream = new GzipStream(new ByteArrayInputStream(Packing.GZIP.pack(bytes)))) {
            assertThat(List.of(stream.read(), stream.read(), stream.read(), stream.read()))
                    .containsExactly(0, 1, 0xff, -1);
        }
    }

    @Test
    void whatAHeaderMayHoldIsPassedOver() throws IOException {
        byte[] plain = Packing.GZIP.pack(HELLO);
        byte[] header = HexFormat.of().parseHex("1f8b081e0000000000ff" + "0300aa00cc" + "6e00" + "6300" + "dddd");

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
    void aWrongChecksumLengthMethodOrContinuationIsAnError() {
        byte[] packed = Packing.GZIP.pack(HELLO);
        for (int fromEnd : new int[] {1, 8}) {
            byte[] wrong = packed.clone();
            wrong[wrong.length - fromEnd] ^= 1;
            assertThatIOException().isThrownBy(() -> unpacked(wrong)).withMessage("its checksum is wrong");
        }
        byte[] unknownMethod = packed.clone();
        unknownMethod[2] = 7;
        for (byte[] noMember : List.of(unknownMethod, Packing.joined(packed, "more".getBytes()))) {
            assertThatIOException()
                    .isThrownBy(() -> unpacked(noMember))
                    .withMessage("it has something else than a member of gzip");
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GzipStream stream = new GzipStream(new ByteArrayInputStream(packed))) {
            return stream.readAllBytes();
        }
    }
}
