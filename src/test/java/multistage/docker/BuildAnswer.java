package multistage.docker;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.facts.Cut;

/**
 * An engine's answer to a build, in the shape that docker-java reads: BuildKit's traces go into the log, and the id of its
 * image becomes {@code Successfully built …}. What Podman answers stays as it is. Nothing is read ahead: what comes is in the
 * log the moment that it came.
 */
final class BuildAnswer extends InputStream {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_ERROR = 64_000;

    private final InputStream answer;
    private final BuildLog log;
    private JsonParser parser;
    private InputStream ready = InputStream.nullInputStream();
    private volatile Optional<String> error = Optional.empty();

    /** @param answer what the engine answers; closed with this */
    BuildAnswer(InputStream answer, BuildLog log) {
        this.answer = answer;
        this.log = log;
    }

    /** Why there is no image, in the engine's words. */
    Optional<String> error() {
        return error;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (length > 0 && ready.available() == 0) {
            JsonNode item = next();
            if (item.isMissingNode()) {
                log.finish();
                return -1;
            }
            ready = new ByteArrayInputStream(translated(item).getBytes(StandardCharsets.UTF_8));
        }
        return length == 0 ? 0 : ready.read(into, offset, length);
    }

    @Override
    public int available() throws IOException {
        return ready.available();
    }

    @Override
    public void close() throws IOException {
        answer.close();
    }

    private JsonNode next() throws IOException {
        if (parser == null) {
            parser = JSON.createParser(answer);
        }
        JsonNode item = JSON.readTree(parser);
        return item == null ? JSON.missingNode() : item;
    }

    private String translated(JsonNode item) throws IOException {
        Optional<String> failure = Stream.of(item.at("/errorDetail/message"), item.path("error"), item.path("message"))
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
        if (failure.isPresent()) {
            String words = Cut.at(failure.get(), LONGEST_ERROR);
            error = error.or(() -> Optional.of(words));
            log.error(words);
            return item.toString();
        }
        switch (item.path("id").asText()) {
            case "moby.buildkit.trace":
                log.trace(item.path("aux").binaryValue());
                return "";
            case "moby.image.id":
                return "{\"stream\":\"Successfully built %s\"}\n"
                        .formatted(item.at("/aux/ID").asText().replace("sha256:", ""));
            default:
                log.text(item.path("stream").asText());
                return item.isObject() ? item + "\n" : "";
        }
    }
}
