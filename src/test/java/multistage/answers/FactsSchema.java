package multistage.answers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import multistage.facts.Message;

/**
 * The form of {@code facts.json} as a JSON Schema (2020-12), made from the records that it is written from and from their
 * Javadoc, so that it cannot tell anything else than they do.
 */
final class FactsSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String MESSAGES = "#/$defs/Message";
    private static final String MESSAGE =
            " Here a list of the form and of its parts: words as strings, figures as numbers,"
                    + " messages as such lists.";

    private final RecordDocs docs = new RecordDocs();
    private final Set<Class<?>> met = new LinkedHashSet<>();
    private final Deque<Class<?>> toTell = new ArrayDeque<>();
    private final ObjectNode definitions = JSON.objectNode();

    private FactsSchema() {}

    /** The schema of documents that are written from this record. */
    static ObjectNode of(Class<? extends Record> root) {
        return new FactsSchema().schema(root);
    }

    private ObjectNode schema(Class<?> root) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "facts.json");
        schema.set("$ref", reference(root).get("$ref"));
        schema.set("$defs", definitions);
        while (!toTell.isEmpty()) {
            Class<?> type = toTell.remove();
            definitions.set(name(type), type.isEnum() ? enumeration(type) : object(type));
        }
        return schema;
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode object = JSON.objectNode();
        object.put("description", docs.of(type));
        object.put("type", "object");
        ObjectNode properties = object.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode property = of(component.getGenericType());
            property.put("description", docs.of(type, component.getName()));
            properties.set(component.getName(), property);
            object.withArray("required").add(component.getName());
        }
        object.put("additionalProperties", false);
        return object;
    }

    private ObjectNode enumeration(Class<?> type) {
        ObjectNode enumeration = JSON.objectNode();
        enumeration.put("description", docs.of(type));
        Arrays.stream(type.getEnumConstants())
                .forEach(constant -> enumeration.withArray("enum").add(((Enum<?>) constant).name()));
        return enumeration;
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            Type raw = generic.getRawType();
            if (raw == Optional.class) {
                ObjectNode optional = JSON.objectNode();
                optional.withArray("anyOf").add(of(of[0])).add(typed("null"));
                return optional;
            }
            if (raw == List.class) {
                ObjectNode list = typed("array");
                list.set("items", of(of[0]));
                return list;
            }
            if (raw == Map.class) {
                ObjectNode map = typed("object");
                map.set("additionalProperties", of(of[1]));
                return map;
            }
        }
        return ofClass((Class<?>) type);
    }

    private ObjectNode ofClass(Class<?> type) {
        if (type == String.class) {
            return typed("string");
        }
        if (type == boolean.class) {
            return typed("boolean");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return typed("integer");
        }
        if (type == Duration.class) {
            return typed("number");
        }
        if (type == Message.class) {
            return message();
        }
        if (type == Instant.class) {
            return typed("string").put("format", "date-time");
        }
        return reference(type);
    }

    /** A list: the form, then its parts. */
    private ObjectNode message() {
        ObjectNode message = JSON.objectNode();
        message.put("description", docs.of(Message.class) + MESSAGE);
        message.put("type", "array").put("minItems", 1);
        message.withArray("prefixItems").add(typed("string"));
        message.putObject("items")
                .withArray("anyOf")
                .add(typed("string"))
                .add(typed("number"))
                .add(JSON.objectNode().put("$ref", MESSAGES));
        definitions.set("Message", message);
        return JSON.objectNode().put("$ref", MESSAGES);
    }

    private ObjectNode reference(Class<?> type) {
        if (!type.isRecord() && !type.isEnum()) {
            throw new IllegalArgumentException("facts.json has no form for " + type);
        }
        if (met.add(type)) {
            toTell.add(type);
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name(type));
    }

    /** {@code Inventory.Folder}: records of one name may lie in several others. */
    private static String name(Class<?> type) {
        return type.getDeclaringClass() == null
                ? type.getSimpleName()
                : type.getDeclaringClass().getSimpleName() + "." + type.getSimpleName();
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }
}
