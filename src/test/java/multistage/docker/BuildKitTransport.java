package multistage.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends requests to an engine, builds to its BuildKit. BuildKit answers at the classic builder's address when the request says
 * {@code version=2}; its answer has another form, which whoever expects the build turns into what docker-java reads.
 */
final class BuildKitTransport implements DockerHttpClient {
    private static final Pattern BUILD = Pattern.compile("(?:/v[0-9.]+)?/build\\?(?:.*&)?t=([^&]*).*");
    /** Answers of gigabytes, which docker-java would read to their end when they are closed. */
    private static final Pattern ARCHIVE =
            Pattern.compile("(?:/v[0-9.]+)?/(?:images/[^?]*/get|containers/[^/?]+/archive)\\b.*");

    private final DockerHttpClient own;
    private final Map<String, UnaryOperator<InputStream>> expected = new ConcurrentHashMap<>();

    BuildKitTransport(DockerHttpClient own) {
        this.own = own;
    }

    void expectBuild(String image, UnaryOperator<InputStream> reader) {
        expected.put(image, reader);
    }

    void forgetBuild(String image) {
        expected.remove(image);
    }

    @Override
    public Response execute(Request request) {
        Matcher build = BUILD.matcher(request.path());
        if (build.matches()) {
            return build(URLDecoder.decode(build.group(1), StandardCharsets.UTF_8), request);
        }
        Response answer = own.execute(request);
        return ARCHIVE.matcher(request.path()).matches() ? readThrough(UnaryOperator.identity(), answer) : answer;
    }

    private Response build(String image, Request request) {
        Response answer = own.execute(Request.builder()
                .from(request)
                .path(request.path() + "&version=2")
                .build());
        if (answer.getStatusCode() != 200) {
            return answer;
        }
        UnaryOperator<InputStream> reader = expected.get(image);
        if (reader == null) {
            answer.close();
        }
        return readThrough(reader == null ? closed -> InputStream.nullInputStream() : reader, answer);
    }

    private static Response readThrough(UnaryOperator<InputStream> reader, Response answer) {
        InputStream closesTheConnection = new FilterInputStream(answer.getBody()) {
            @Override
            public void close() {
                answer.close();
            }
        };
        return new Answer(
                answer.getStatusCode(), answer.getHeaders(), reader.apply(closesTheConnection), answer::close);
    }

    /** An engine's answer, its body read through another stream. */
    private record Answer(
            int getStatusCode, Map<String, List<String>> getHeaders, InputStream getBody, Runnable closing)
            implements Response {
        @Override
        public void close() {
            closing.run();
        }
    }

    @Override
    public void close() throws IOException {
        own.close();
    }
}
