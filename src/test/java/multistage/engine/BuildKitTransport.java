package multistage.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for BuildKit where a request is a build, and leaves all others as they are. BuildKit answers at the classic builder's
 * address when the request says {@code version=2}; its answer has another form, which is translated on its way back.
 *
 * @param translation turns the name of an image and the engine's answer to its build into what docker-java reads
 */
record BuildKitTransport(DockerHttpClient own, BiFunction<String, InputStream, InputStream> translation)
        implements DockerHttpClient {
    private static final int OK = 200;
    private static final Pattern BUILD = Pattern.compile("(?:/v[0-9.]+)?/build\\?(.*)");
    private static final Pattern TAG = Pattern.compile("(?:^|&)t=([^&]*)");

    @Override
    public Response execute(Request request) {
        Matcher build = BUILD.matcher(request.path());
        if (!build.matches()) {
            return own.execute(request);
        }
        Response answer = own.execute(Request.builder()
                .from(request)
                .path(request.path() + "&version=2")
                .build());
        return answer.getStatusCode() == OK
                ? new AnswerWithBody(answer, translation.apply(image(build.group(1)), answer.getBody()))
                : answer;
    }

    private static String image(String query) {
        Matcher tag = TAG.matcher(query);
        return tag.find() ? URLDecoder.decode(tag.group(1), StandardCharsets.UTF_8) : "";
    }

    @Override
    public void close() throws IOException {
        own.close();
    }
}
