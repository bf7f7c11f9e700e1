package multistage.answers;

import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.with;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.facts.Message;

/** Copies of a record in each of which one thing, however deep it lies, is not there. */
final class Spoiling {
    private Spoiling() {}

    /** The copies by the path to what they lack: every Optional is empty in one, and every list. */
    static <R extends Record> Map<String, R> lackingOneThing(R whole) {
        Map<String, R> copies = new LinkedHashMap<>();
        for (RecordComponent component : whole.getClass().getRecordComponents()) {
            lacking(value(whole, component)).forEach((path, value) -> {
                R copy = changed(whole, with(component.getName(), value));
                copies.put(component.getName() + path, copy);
            });
        }
        return copies;
    }

    private static Map<String, Object> lacking(Object value) {
        Map<String, Object> copies = new LinkedHashMap<>();
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            copies.put("", Optional.empty());
            lacking(optional.get()).forEach((path, spoilt) -> copies.put(path, Optional.of(spoilt)));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            copies.put("", List.of());
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                lacking(list.get(i)).forEach((path, spoilt) -> {
                    List<Object> items = new ArrayList<>(list);
                    items.set(at, spoilt);
                    copies.put("[" + at + "]" + path, items);
                });
            }
        } else if (value instanceof Record record && !(value instanceof Message)) {
            lackingOneThing(record).forEach((path, spoilt) -> copies.put("." + path, spoilt));
        }
        return copies;
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
