package multistage.docker;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An engine's answer to a build, in the shape that docker-java reads: BuildKit's traces go into the log, and the id of its
 * image becomes {@code Successfully built …}. What Podman answers stays as it is. Nothing is read ahead: what comes is in the
 * log the moment that it came.
 */
final class BuildAnswer extends FilterInputStream {
    private static final JsonMapper JSON = new JsonMapper();

    private final BuildLog log;
    private JsonParser parser;
    private InputStream ready = InputStream.nullInputStream();

    /** @param answer what the engine answers; closed with this */
    BuildAnswer(InputStream answer, BuildLog log) {
        super(answer);
        this.log = log;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (length > 0 && ready.available() == 0) {
            if (parser == null) {
                parser = JSON.createParser(in);
            }
            JsonNode item = JSON.readTree(parser);
            if (item == null || item.isMissingNode()) {
                log.finish();
                return -1;
            }
            ready = new ByteArrayInputStream(translated(item).getBytes(StandardCharsets.UTF_8));
        }
        return length == 0 ? 0 : ready.read(into, offset, length);
    }

    /** What docker-java is to read of an item. */
    private String translated(JsonNode item) throws IOException {
        Optional<String> failure = Stream.of(item.at("/errorDetail/message"), item.path("error"), item.path("message"))
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
        if (failure.isPresent()) {
            log.error(failure.get());
        } else if (item.path("aux").isTextual()) { // BuildKit's, under the id moby.buildkit.trace
            log.trace(item.path("aux").binaryValue());
            return "";
        } else if (item.path("id").asText().equals("moby.image.id")) {
            return "{\"stream\":\"Successfully built %s\"}"
                    .formatted(item.at("/aux/ID").asText().replace("sha256:", ""));
        } else {
            log.text(item.path("stream").asText());
        }
        return item.isObject() ? item.toString() : "";
    }
}
