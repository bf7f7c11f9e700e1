package multistage.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One line of an engine's answer to a build, which is a JSON object. */
record Said(JsonNode line) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ID = Pattern.compile("sha256:[0-9a-f]{64}");

    static Said parse(byte[] line) throws IOException {
        return new Said(JSON.readTree(line));
    }

    boolean isNothing() {
        return line.isMissingNode();
    }

    /** Why there will be no image. A request that is refused altogether has a message only. */
    Optional<String> failure() {
        return Stream.of(line.at("/errorDetail/message"), line.path("error"), line.path("message"))
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    boolean isTrace() {
        return line.path("id").asText().equals("moby.buildkit.trace");
    }

    BuildKitTrace trace() throws IOException {
        JsonNode aux = line.path("aux");
        if (!aux.isTextual()) {
            throw new IOException("a trace that is no text");
        }
        return BuildKitTrace.decode(aux.binaryValue());
    }

    boolean isBuildKitsImage() {
        return line.path("id").asText().equals("moby.image.id");
    }

    Optional<String> imageId() {
        return Optional.of(line.at("/aux/ID").asText()).filter(ID.asMatchPredicate());
    }

    /** What a builder that writes plain text prints, and the little that there is to say of a pull. */
    String text() {
        boolean ofAPull = line.hasNonNull("status") && !line.has("progressDetail");
        return ofAPull
                ? line.path("status").asText() + "\n"
                : line.path("stream").asText();
    }

    /** Whether docker-java can read it: it takes objects only, also within. */
    boolean isReadable() {
        return line.isObject() && (line.path("aux").isObject() || !line.hasNonNull("aux"));
    }

    /** A line that prints this text. */
    static String printing(String text) {
        return JSON.createObjectNode().put("stream", text).toString();
    }
}
