package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildKitTraceTest {

    @Test
    void readsAVertexByItsFieldNumbers() throws IOException {
        UnknownFieldSet vertex = UnknownFieldSet.newBuilder()
                .addField(1, text("sha256:a"))
                .addField(2, text("sha256:input"))
                .addField(3, text("[1/2] RUN true"))
                .addField(4, number(1))
                .addField(5, message(time(1_000, 500_000_000)))
                .addField(6, message(time(1_002, 0)))
                .addField(7, text("it broke"))
                .addField(
                        8,
                        message(UnknownFieldSet.newBuilder()
                                .addField(1, text("group"))
                                .build()))
                .build();

        assertThat(decode(1, vertex).vertices())
                .containsExactly(new BuildKitTrace.Vertex(
                        "sha256:a",
                        "[1/2] RUN true",
                        true,
                        Optional.of(Instant.ofEpochSecond(1_000, 500_000_000)),
                        Optional.of(Instant.ofEpochSecond(1_002)),
                        "it broke"));
    }

    @Test
    void readsAStatusByItsFieldNumbers() throws IOException {
        UnknownFieldSet status = UnknownFieldSet.newBuilder()
                .addField(1, text("exporting layers"))
                .addField(2, text("sha256:a"))
                .addField(3, text("name"))
                .addField(4, number(5))
                .addField(5, number(10))
                .addField(6, message(time(3, 0)))
                .addField(7, message(time(1, 0)))
                .addField(8, message(time(2, 0)))
                .build();

        assertThat(decode(2, status).statuses())
                .containsExactly(new BuildKitTrace.Status(
                        "exporting layers",
                        "sha256:a",
                        5,
                        10,
                        Optional.of(Instant.ofEpochSecond(3)),
                        Optional.of(Instant.ofEpochSecond(1)),
                        Optional.of(Instant.ofEpochSecond(2))));
    }

    @Test
    void readsALogAndAWarningByTheirFieldNumbers() throws IOException {
        UnknownFieldSet log = UnknownFieldSet.newBuilder()
                .addField(1, text("sha256:a"))
                .addField(2, message(time(7, 0)))
                .addField(3, number(2))
                .addField(4, text("hello\n"))
                .build();
        UnknownFieldSet warning = UnknownFieldSet.newBuilder()
                .addField(1, text("sha256:a"))
                .addField(2, number(1))
                .addField(3, text("casing"))
                .addField(5, text("https://docs"))
                .build();

        assertThat(decode(3, log).logs())
                .containsExactly(new BuildKitTrace.Log(
                        "sha256:a", Optional.of(Instant.ofEpochSecond(7)), ByteString.copyFromUtf8("hello\n")));
        assertThat(decode(4, warning).warnings()).containsExactly(new BuildKitTrace.Warning("sha256:a", "casing"));
    }

    @Test
    void aFieldThatIsMissingIsEmptyAndOneOfTheFutureIsLeftAside() throws IOException {
        UnknownFieldSet vertex = UnknownFieldSet.newBuilder()
                .addField(1, text("a"))
                .addField(99, text("?"))
                .build();

        assertThat(decode(1, vertex).vertices())
                .containsExactly(new BuildKitTrace.Vertex("a", "", false, Optional.empty(), Optional.empty(), ""));
        assertThat(BuildKitTrace.decode(new byte[0]).vertices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "field longer than the message: 0a7f61",
                "length of two gigabytes: 0affffffff07",
                "negative length: 0affffffffffffffffff01",
                "varint without an end: ffffffffffffffffffffff",
                "field number 0: 00",
                "end of a group that never began: 0c",
                "group without an end: 0b",
                "wire type 7: 0f",
                "text in place of a message: 0a0568656c6c6f"
            })
    void brokenBytesAreAnIoException(String bytes) {
        byte[] message = hex(bytes.substring(bytes.indexOf(": ") + 2));

        assertThatThrownBy(() -> BuildKitTrace.decode(message)).isInstanceOf(IOException.class);
    }

    @Test
    void aTimeThatCannotBeIsAnIoException() {
        UnknownFieldSet vertex = UnknownFieldSet.newBuilder()
                .addField(5, message(time(Long.MAX_VALUE, 0)))
                .build();

        assertThatThrownBy(() -> decode(1, vertex))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("time");
    }

    @Test
    void groupsWithinGroupsEndInAnIoException() {
        byte[] message = new byte[100_000];
        Arrays.fill(message, (byte) 0x0b);

        assertThatThrownBy(() -> BuildKitTrace.decode(message)).isInstanceOf(IOException.class);
    }

    @Test
    void moreEntriesThanBuildKitEverSendsAreAnIoException() {
        byte[] message = new byte[200_000];
        for (int i = 0; i < message.length; i += 2) {
            message[i] = 0x0a;
        }

        assertThatThrownBy(() -> BuildKitTrace.decode(message))
                .isInstanceOf(IOException.class)
                .hasMessage("a message of 100000 entries");
    }

    private static BuildKitTrace decode(int field, UnknownFieldSet entry) throws IOException {
        UnknownFieldSet response =
                UnknownFieldSet.newBuilder().addField(field, message(entry)).build();
        return BuildKitTrace.decode(response.toByteArray());
    }

    private static UnknownFieldSet time(long seconds, long nanos) {
        return UnknownFieldSet.newBuilder()
                .addField(1, number(seconds))
                .addField(2, number(nanos))
                .build();
    }

    private static Field message(UnknownFieldSet message) {
        return Field.newBuilder().addLengthDelimited(message.toByteString()).build();
    }

    private static Field text(String text) {
        return Field.newBuilder()
                .addLengthDelimited(ByteString.copyFromUtf8(text))
                .build();
    }

    private static Field number(long number) {
        return Field.newBuilder().addVarint(number).build();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
