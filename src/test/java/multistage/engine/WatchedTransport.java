package multistage.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Sends requests to an engine, notes which of them it is on, and sends none once it is lost: whoever cleans up at the end
 * of the process would wait for an answer for ever. What has a long answer is hung up on by closing that.
 */
record WatchedTransport(DockerHttpClient own, Heartbeat heartbeat) implements DockerHttpClient {

    @Override
    public Response execute(Request request) {
        if (heartbeat.isLost()) {
            return new NothingLeft(request);
        }
        Operation operation = Operation.of(request);
        try {
            Response answer = heartbeat.pending().waitFor(operation, () -> own.execute(request));
            return new AnswerWithBody(answer, new Body(answer, operation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        own.close();
    }

    /** The body of an answer, each part of which is waited for. */
    private final class Body extends FilterInputStream {
        private final Response answer;
        private final Operation operation;

        Body(Response answer, Operation operation) {
            super(answer.getBody());
            this.answer = answer;
            this.operation = operation;
        }

        @Override
        public int read() throws IOException {
            return heartbeat.pending().waitFor(operation, super::read);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return heartbeat.pending().waitFor(operation, () -> super.read(into, offset, length));
        }

        @Override
        public long skip(long count) throws IOException {
            return heartbeat.pending().waitFor(operation, () -> super.skip(count));
        }

        /** The client's own would first read to the end: of an archive of gigabytes, or of a build that has none. */
        @Override
        public void close() throws IOException {
            if (operation.hasLongAnswer()) {
                answer.close();
            } else {
                super.close();
            }
        }
    }
}
