package multistage.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** Who asks for these waits as long as they take, or has a limit. */
    private static final Pattern SLOW =
            Pattern.compile("(?:/v[0-9.]+)?/(?:build|images/create|images/[^?]*/get|exec|system/df)\\b.*");
    /** Answers of gigabytes, which docker-java would read to their end when they are closed. */
    private static final Pattern LONG =
            Pattern.compile("(?:/v[0-9.]+)?/(?:images/[^?]*/get|containers/[^/?]+/archive)\\b.*");

    private final DockerHttpClient own;
    private final Watchdog watchdog;
    private final Map<String, UnaryOperator<InputStream>> expected = new ConcurrentHashMap<>();
    private final Set<InputStream> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    BuildKitTransport(DockerHttpClient own, Watchdog watchdog) {
        this.own = own;
        this.watchdog = watchdog;
    }

    void expectBuild(String image, UnaryOperator<InputStream> reader) {
        expected.put(image, reader);
    }

    void forgetBuild(String image) {
        expected.remove(image);
    }

    /** Asks an engine; one that is lost has nothing left, so that Testcontainers' clean-up at exit does not wait for it. */
    @Override
    public Response execute(Request request) {
        if (watchdog.isLost()) {
            String nothing = request.method().equals("GET") ? "[]" : "{}";
            return new Answer(
                    200, Map.of(), new ByteArrayInputStream(nothing.getBytes(StandardCharsets.UTF_8)), () -> {});
        }
        Matcher build = BUILD.matcher(request.path());
        if (build.matches()) {
            Response answer = own.execute(Request.builder()
                    .from(request)
                    .path(request.path() + "&version=2")
                    .build());
            String image = URLDecoder.decode(build.group(1), StandardCharsets.UTF_8);
            return answer.getStatusCode() == 200 ? with(built(image, hungUpOnAtItsEnd(answer)), answer) : answer;
        }
        Response answer = SLOW.matcher(request.path()).matches()
                ? own.execute(request)
                : watchdog.askShortly(
                        request.method() + " " + request.path().split("\\?")[0], () -> own.execute(request));
        return LONG.matcher(request.path()).matches() ? with(hungUpOnAtItsEnd(answer), answer) : answer;
    }

    private InputStream built(String image, InputStream answer) {
        UnaryOperator<InputStream> reader = expected.get(image);
        if (reader == null) {
            close(answer);
            return InputStream.nullInputStream();
        }
        underWay.add(answer);
        if (ended) {
            close(answer);
        }
        return new FilterInputStream(reader.apply(answer)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                if (read < 0) {
                    underWay.remove(answer);
                }
                return read;
            }
        };
    }

    /** Ends all builds, and those that are only beginning, by hanging up; tells whether any was not read to its end. */
    boolean endBuilds() {
        ended = true;
        underWay.forEach(BuildKitTransport::close);
        return !underWay.isEmpty();
    }

    private static InputStream hungUpOnAtItsEnd(Response answer) {
        return new FilterInputStream(answer.getBody()) {
            @Override
            public void close() {
                answer.close();
            }
        };
    }

    private static void close(InputStream answer) {
        try {
            answer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer with(InputStream body, Response answer) {
        return new Answer(answer.getStatusCode(), answer.getHeaders(), body, answer::close);
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
