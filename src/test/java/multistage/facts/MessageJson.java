package multistage.facts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages as JSON: a list of the form and of its parts, words as texts, figures as numbers, messages as such lists:
 * {@code ["%s should have %s", ["the naive image"], ["%s layers", 9]]}.
 */
final class MessageJson {
    private MessageJson() {}

    static SimpleModule module() {
        return new SimpleModule()
                .addSerializer(Message.class, new Writer())
                .addDeserializer(Message.class, new Reader());
    }

    /** On one line, however the rest is indented: a message is read as a whole. */
    private static final class Writer extends JsonSerializer<Message> {
        @Override
        public void serialize(Message message, JsonGenerator json, SerializerProvider any) throws IOException {
            StringWriter line = new StringWriter();
            try (JsonGenerator compact = json.getCodec().getFactory().createGenerator(line)) {
                write(message, compact);
            }
            json.writeRawValue(line.toString());
        }

        private static void write(Message message, JsonGenerator json) throws IOException {
            json.writeStartArray();
            json.writeString(message.form());
            for (Part part : message.parts()) {
                if (part instanceof Message inner) {
                    write(inner, json);
                } else if (part instanceof Part.Figure figure) {
                    json.writeNumber(figure.digits());
                } else {
                    json.writeString(((Part.Words) part).text());
                }
            }
            json.writeEndArray();
        }
    }

    private static final class Reader extends JsonDeserializer<Message> {
        @Override
        public Message deserialize(JsonParser json, DeserializationContext any) throws IOException {
            if (!json.isExpectedStartArrayToken() || json.nextToken() != JsonToken.VALUE_STRING) {
                return (Message) any.handleUnexpectedToken(Message.class, json);
            }
            String form = json.getText();
            List<Part> parts = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                parts.add(part(json, any));
            }
            try {
                return new Message(form, parts);
            } catch (IllegalArgumentException misfit) {
                return (Message) any.handleWeirdStringValue(Message.class, form, misfit.getMessage());
            }
        }

        private Part part(JsonParser json, DeserializationContext any) throws IOException {
            return switch (json.currentToken()) {
                case VALUE_STRING -> new Part.Words(json.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Part.Figure(json.getText());
                default -> deserialize(json, any);
            };
        }
    }
}
