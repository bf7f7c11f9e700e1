package multistage.assertions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import multistage.facts.Message;
import multistage.facts.Response;

/** How failures show HTTP answers and what tells two of them apart. */
final class Responses {
    private Responses() {}

    /** A body, shown so that what tells it from another one can be seen. */
    static Message body(Response response, String other) {
        Message shown = Text.quoted(response.body(), other);
        return response.truncated() ? Message.of("%s, which had not ended by then", shown) : shown;
    }

    /** What differs, by name: status, body and headers, Date aside. */
    static Map<Message, Message> differences(Response found, Response wanted) {
        Map<Message, Message> differences = new LinkedHashMap<>();
        if (found.status() != wanted.status()) {
            differences.put(
                    Message.of("status"),
                    Message.of(
                            "status: %s instead of %s",
                            String.valueOf(found.status()), String.valueOf(wanted.status())));
        }
        if (!found.body().equals(wanted.body()) || found.truncated() != wanted.truncated()) {
            differences.put(
                    Message.of("body"),
                    Message.of("body: %s instead of %s", body(found, wanted.body()), body(wanted, found.body())));
        }
        Map<String, String> foundHeaders = found.lastingHeaders();
        Map<String, String> wantedHeaders = wanted.lastingHeaders();
        Set<String> names = new TreeSet<>(foundHeaders.keySet());
        names.addAll(wantedHeaders.keySet());
        for (String name : names) {
            String here = foundHeaders.get(name);
            String there = wantedHeaders.get(name);
            if (!Objects.equals(here, there)) {
                differences.put(
                        Message.of("header %s", Text.value(name)),
                        Message.of("header %s: %s instead of %s", Text.value(name), header(here), header(there)));
            }
        }
        return differences;
    }

    private static Message header(String value) {
        return value == null ? Message.of("none") : Text.quoted(value);
    }
}
