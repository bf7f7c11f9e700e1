package multistage.facts;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changed copies of facts that were made by hand: {@code changed(multiImage(), with("layers", List.of("a", "b")))}, or
 * {@code changed(good(), multi(image(with("layers", List.of("a", "b")))), naive(notBuilt("go: command not found")))}.
 */
public final class Changes {
    private Changes() {}

    /** A copy with all these changes, in order. */
    @SafeVarargs
    public static <T> T changed(T original, UnaryOperator<T>... changes) {
        T copy = original;
        for (UnaryOperator<T> change : changes) {
            copy = change.apply(copy);
        }
        return copy;
    }

    /** Another value for one component of a record. */
    public static <R extends Record> UnaryOperator<R> with(String component, Object value) {
        return original -> {
            @SuppressWarnings("unchecked")
            Class<R> type = (Class<R>) original.getClass();
            List<RecordComponent> components = List.of(type.getRecordComponents());
            int changed =
                    components.stream().map(RecordComponent::getName).toList().indexOf(component);
            if (changed < 0) {
                throw new IllegalArgumentException(type.getSimpleName() + " has no component " + component);
            }
            try {
                Object[] values = new Object[components.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = i == changed
                            ? value
                            : components.get(i).getAccessor().invoke(original);
                }
                Class<?>[] types =
                        components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
                return type.getDeclaredConstructor(types).newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** Changes what was measured of the naive image. */
    public static UnaryOperator<Facts> naive(UnaryOperator<ImageFacts> change) {
        return facts -> changed(facts, with("naive", change.apply(facts.naive())));
    }

    /** Changes what was measured of the multi-stage image. */
    public static UnaryOperator<Facts> multi(UnaryOperator<ImageFacts> change) {
        return facts -> changed(facts, with("multi", change.apply(facts.multi())));
    }

    /** An image that did not build: neither it nor a service of it is there. */
    public static UnaryOperator<ImageFacts> notBuilt(String failure) {
        return notBuilt(Message.verbatim(failure));
    }

    /** The same with a failure that each language can tell. */
    public static UnaryOperator<ImageFacts> notBuilt(Message failure) {
        return half -> changed(
                half,
                with("build", changed(half.build(), with("failure", Optional.of(failure)))),
                with("ifBuilt", Optional.empty()),
                with("ifRun", Optional.empty()),
                with("inventory", Optional.empty()),
                with("ifRunReadOnly", Optional.empty()));
    }

    /** Changes the image itself. */
    public static UnaryOperator<ImageFacts> image(UnaryOperator<Image> change) {
        return half -> changed(half, with("ifBuilt", half.ifBuilt().map(change)));
    }

    /** Changes the program that an image runs. */
    public static UnaryOperator<Image> executable(UnaryOperator<Executable> change) {
        return image -> changed(image, with("executable", image.executable().map(change)));
    }

    /** Changes what an image holds. */
    public static UnaryOperator<Image> holding(Content.Entry... entries) {
        return with("content", Optional.of(new Content(List.of(entries))));
    }

    /** Changes the service, as the lesson starts it. */
    public static UnaryOperator<ImageFacts> service(UnaryOperator<Service> change) {
        return half -> changed(half, with("ifRun", half.ifRun().map(change)));
    }

    /** Changes the service, as it is started without privileges. */
    public static UnaryOperator<ImageFacts> readOnlyService(UnaryOperator<Service> change) {
        return half -> changed(half, with("ifRunReadOnly", half.ifRunReadOnly().map(change)));
    }

    /** A service that always answers this instead. */
    public static UnaryOperator<Service> answering(Response answer) {
        return service ->
                changed(service, with("answer", Optional.of(answer)), with("laterAnswer", Optional.of(answer)));
    }

    /** A service that was waited for in vain, though it still runs. */
    public static UnaryOperator<Service> neverAnswering() {
        return service -> changed(
                service,
                with("answer", Optional.empty()),
                with("readyAfter", Duration.ofSeconds(30)),
                with("laterAnswer", Optional.empty()),
                with("between", Duration.ZERO));
    }

    /** A service that has ended with this exit code, having printed these lines. */
    public static UnaryOperator<Service> ended(int exitCode, String... log) {
        return service -> changed(
                service, with("running", false), with("exitCode", Optional.of(exitCode)), with("log", List.of(log)));
    }
}
