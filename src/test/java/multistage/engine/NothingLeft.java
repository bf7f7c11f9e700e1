package multistage.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What is answered in place of an engine that was lost: that there is nothing there. So what cleans up at the end of the
 * process, Testcontainers does too, finds nothing to do, where it would wait for ever or fail with a stack trace.
 */
record NothingLeft(DockerHttpClient.Request request) implements DockerHttpClient.Response {

    @Override
    public int getStatusCode() {
        return asksForAll() || prunes() ? 200 : 404;
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return Map.of();
    }

    @Override
    public InputStream getBody() {
        String body = asksForAll() ? "[]" : prunes() ? "{}" : "{\"message\":\"the engine was lost\"}";
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private boolean asksForAll() {
        return request.path().matches("(/v[0-9.]+)?/((containers|images)/json|networks)(\\?.*)?");
    }

    private boolean prunes() {
        return request.path().matches("(/v[0-9.]+)?/[a-z]+/prune(\\?.*)?");
    }

    @Override
    public void close() {
        // it holds nothing
    }
}
