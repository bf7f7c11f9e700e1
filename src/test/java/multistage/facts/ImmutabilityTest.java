package multistage.facts;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries every list and every map that a walk through the example facts meets. */
class ImmutabilityTest {
    @ParameterizedTest
    @MethodSource("lists")
    void listsCannotBeChanged(Place place) throws ReflectiveOperationException {
        List<Object> given = new ArrayList<>((List<?>) place.value());
        Record record = changed(place.record(), with(place.component().getName(), given));
        given.add("late");

        assertThat(record).isEqualTo(place.record());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ((List<?>) place.in(record)).clear());
    }

    @ParameterizedTest
    @MethodSource("maps")
    void mapsCannotBeChanged(Place place) throws ReflectiveOperationException {
        Map<Object, Object> given = new HashMap<>((Map<?, ?>) place.value());
        Record record = changed(place.record(), with(place.component().getName(), given));
        given.put("late", "late");

        assertThat(record).isEqualTo(place.record());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ((Map<?, ?>) place.in(record)).clear());
    }

    @Test
    void theWalkMeetsThemAll() throws ReflectiveOperationException {
        assertThat(maps().map(Place::toString)).containsExactly("Response.headers");
        assertThat(lists().map(Place::toString))
                .contains("Base.history", "BuildFacts.bases", "Config.env", "Content.entries", "Executable.buildPaths")
                .contains("Image.layers", "Service.probes");
    }

    static Stream<Place> lists() throws ReflectiveOperationException {
        return places(List.class);
    }

    static Stream<Place> maps() throws ReflectiveOperationException {
        return places(Map.class);
    }

    private static Stream<Place> places(Class<?> type) throws ReflectiveOperationException {
        Map<String, Place> found = new TreeMap<>();
        walk(good(), found);
        return found.values().stream().filter(place -> place.component().getType() == type);
    }

    private static void walk(Object value, Map<String, Place> found) throws ReflectiveOperationException {
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            walk(optional.get(), found);
        } else if (value instanceof List<?> list) {
            for (Object item : list) {
                walk(item, found);
            }
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Place place = new Place(record, component);
                found.putIfAbsent(place.toString(), place);
                walk(place.value(), found);
            }
        }
    }

    record Place(Record record, RecordComponent component) {
        Object value() throws ReflectiveOperationException {
            return in(record);
        }

        Object in(Record other) throws ReflectiveOperationException {
            return component.getAccessor().invoke(other);
        }

        @Override
        public String toString() {
            return record.getClass().getSimpleName() + "." + component.getName();
        }
    }
}
