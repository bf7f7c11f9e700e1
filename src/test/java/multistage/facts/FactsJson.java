package multistage.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;

/**
 * Facts as JSON: every component of every record under its own name, durations in seconds, moments in ISO 8601, what is absent
 * as null, messages as lists of their form and its parts.
 */
public final class FactsJson {
    /** One item of a list a line, so that a review shows which has changed. */
    private static final DefaultPrettyPrinter LINES =
            new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(MessageJson.module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPrettyPrinter(LINES)
            .enable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, SerializationFeature.INDENT_OUTPUT)
            // what a merge by hand may leave is no fact
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /** A record of facts, indented for people, with a line's end behind it. */
    public String write(Record facts) {
        try {
            return JSON.writeValueAsString(facts) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("facts that JSON cannot hold", impossible);
        }
    }

    /**
     * What was written so, whatever components its records had then.
     *
     * @throws IllegalArgumentException when it is no JSON; says where
     */
    public JsonNode readTree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException other) {
            throw new IllegalArgumentException(other.getMessage(), other);
        }
    }

    /**
     * The record that was written so.
     *
     * @throws IllegalArgumentException when it is not what was written so; says where it departs from that
     */
    public <T extends Record> T read(String text, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(text, type))
                    .orElseThrow(() -> new IllegalArgumentException("these are no facts: null"));
        } catch (JsonProcessingException other) {
            throw new IllegalArgumentException("these are no facts: " + other.getMessage(), other);
        }
    }
}
