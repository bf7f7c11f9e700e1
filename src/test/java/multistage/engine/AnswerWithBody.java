package multistage.engine;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** An engine's answer, its body read through another stream. */
record AnswerWithBody(Response answer, InputStream body) implements Response {
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
