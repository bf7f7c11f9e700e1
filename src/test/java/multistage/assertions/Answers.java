package multistage.assertions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import multistage.facts.Response;

/** How failures show HTTP answers and what tells two of them apart. */
final class Answers {
    private Answers() {}

    /** A body, shown so that what tells it from another one can be seen. */
    static String body(Response response, String other) {
        return Text.quoted(response.body(), other) + (response.truncated() ? ", which had not ended by then" : "");
    }

    /** What differs, by name: status, body and headers, Date aside. */
    static Map<String, String> differences(Response found, Response wanted) {
        Map<String, String> differences = new LinkedHashMap<>();
        if (found.status() != wanted.status()) {
            differences.put("status", "status: " + found.status() + " instead of " + wanted.status());
        }
        if (!found.body().equals(wanted.body()) || found.truncated() != wanted.truncated()) {
            differences.put(
                    "body", "body: " + body(found, wanted.body()) + " instead of " + body(wanted, found.body()));
        }
        Map<String, String> foundHeaders = found.lastingHeaders();
        Map<String, String> wantedHeaders = wanted.lastingHeaders();
        Set<String> names = new TreeSet<>(foundHeaders.keySet());
        names.addAll(wantedHeaders.keySet());
        for (String name : names) {
            String here = foundHeaders.get(name);
            String there = wantedHeaders.get(name);
            if (!Objects.equals(here, there)) {
                String header = "header " + name;
                differences.put(header, Text.value(header) + ": " + header(here) + " instead of " + header(there));
            }
        }
        return differences;
    }

    private static String header(String value) {
        return value == null ? "none" : Text.quoted(value);
    }
}
