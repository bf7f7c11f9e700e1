package multistage.build;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A protobuf message read by its field numbers. A field that is missing has protobuf's default: empty, 0, false. */
record ProtoMessage(UnknownFieldSet fields) {

    // Far more than BuildKit sends, which begins another message after 1 MB of log.
    private static final int MOST = 50_000;

    static ProtoMessage parse(ByteString bytes) throws IOException {
        return new ProtoMessage(UnknownFieldSet.parseFrom(bytes));
    }

    /** What {@code as} makes of each message in a repeated field. */
    <T> List<T> each(int number, Reading<T> as) throws IOException {
        List<ByteString> all = fields.getField(number).getLengthDelimitedList();
        if (all.size() > MOST) {
            throw new IOException("a message of " + all.size() + " entries");
        }
        List<T> read = new ArrayList<>(all.size());
        for (ByteString one : all) {
            read.add(as.read(parse(one)));
        }
        return List.copyOf(read);
    }

    ByteString bytes(int number) {
        List<ByteString> all = fields.getField(number).getLengthDelimitedList();
        return all.isEmpty() ? ByteString.EMPTY : all.get(all.size() - 1);
    }

    String text(int number) {
        return bytes(number).toStringUtf8();
    }

    long number(int number) {
        List<Long> all = fields.getField(number).getVarintList();
        return all.isEmpty() ? 0 : all.get(all.size() - 1);
    }

    boolean flag(int number) {
        return number(number) != 0;
    }

    /** A {@code google.protobuf.Timestamp}. */
    Optional<Instant> time(int number) throws IOException {
        if (!fields.hasField(number)) {
            return Optional.empty();
        }
        ProtoMessage time = parse(bytes(number));
        try {
            return Optional.of(Instant.ofEpochSecond(time.number(1), time.number(2)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IOException("a time that cannot be", e);
        }
    }

    /** How to read one message. */
    interface Reading<T> {
        T read(ProtoMessage message) throws IOException;
    }
}
