package multistage.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Facts as JSON: every component of every record under its own name; durations in seconds, what is absent as null. */
public final class FactsJson {
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** The facts of a demo, indented for people. */
    public String write(Facts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("facts that JSON cannot hold", impossible);
        }
    }

    /**
     * The facts that were written so.
     *
     * @throws IllegalArgumentException when it is not what was written so; says where it departs from that
     */
    public Facts read(String text) {
        try {
            return json.readValue(text, Facts.class);
        } catch (JsonProcessingException other) {
            throw new IllegalArgumentException("these are no facts: " + other.getMessage(), other);
        }
    }
}
