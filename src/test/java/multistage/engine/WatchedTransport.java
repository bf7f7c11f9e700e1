package multistage.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

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
        Errand errand = Errand.of(request);
        try {
            Response answer = heartbeat.errands().waitFor(errand, () -> own.execute(request));
            return new Watched(answer, new Body(answer, errand));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        own.close();
    }

    private record Watched(Response answer, InputStream body) implements Response {
        @Override
        public int getStatusCode() {
            return answer.getStatusCode();
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public void close() {
            answer.close();
        }
    }

    /** The body of an answer, each part of which is waited for. */
    private final class Body extends FilterInputStream {
        private final Response answer;
        private final Errand errand;

        Body(Response answer, Errand errand) {
            super(answer.getBody());
            this.answer = answer;
            this.errand = errand;
        }

        @Override
        public int read() throws IOException {
            return heartbeat.errands().waitFor(errand, super::read);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return heartbeat.errands().waitFor(errand, () -> super.read(into, offset, length));
        }

        @Override
        public long skip(long count) throws IOException {
            return heartbeat.errands().waitFor(errand, () -> super.skip(count));
        }

        /** The client's own would first read to the end: of an archive of gigabytes, or of a build that has none. */
        @Override
        public void close() throws IOException {
            if (errand.hasLongAnswer()) {
                answer.close();
            } else {
                super.close();
            }
        }
    }
}
