package multistage.build;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message of BuildKit's about a running build: {@code moby.buildkit.v1.StatusResponse}. Its field numbers stand in
 * {@code api/services/control/control.proto} of moby/buildkit; the fields that nobody here needs are left aside.
 */
record BuildKitTrace(List<Vertex> vertices, List<Status> statuses, List<Log> logs, List<Warning> warnings) {

    /** A step of the build, or a preparation for one; told again whenever it changes. */
    record Vertex(
            String digest,
            String name,
            boolean cached,
            Optional<Instant> started,
            Optional<Instant> completed,
            String error) {

        private static Vertex read(ProtoMessage vertex) throws IOException {
            return new Vertex(
                    vertex.text(1), vertex.text(3), vertex.flag(4), vertex.time(5), vertex.time(6), vertex.text(7));
        }
    }

    /** How far a part of a vertex is: {@code exporting layers}, {@code transferring context:}. */
    record Status(
            String id,
            String vertex,
            long current,
            long total,
            Optional<Instant> timestamp,
            Optional<Instant> started,
            Optional<Instant> completed) {

        private static Status read(ProtoMessage status) throws IOException {
            return new Status(
                    status.text(1),
                    status.text(2),
                    status.number(4),
                    status.number(5),
                    status.time(6),
                    status.time(7),
                    status.time(8));
        }
    }

    /** A piece of what a step printed; it may begin and end in the middle of a line, even of a character. */
    record Log(String vertex, Optional<Instant> timestamp, ByteString text) {

        private static Log read(ProtoMessage log) throws IOException {
            return new Log(log.text(1), log.time(2), log.bytes(4));
        }
    }

    /** What BuildKit's checks of the Dockerfile advise against. */
    record Warning(String vertex, String text) {

        private static Warning read(ProtoMessage warning) {
            return new Warning(warning.text(1), warning.text(3));
        }
    }

    /** Decodes a message. Bytes that are none end in an {@link IOException}. */
    static BuildKitTrace decode(byte[] bytes) throws IOException {
        ProtoMessage response = ProtoMessage.parse(ByteString.copyFrom(bytes));
        return new BuildKitTrace(
                response.each(1, Vertex::read),
                response.each(2, Status::read),
                response.each(3, Log::read),
                response.each(4, Warning::read));
    }
}
