package multistage.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A client with no engine behind it: it notes each command as code writes it, and gives the answers it is told. */
public final class FakeDocker {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Object> answers = new LinkedHashMap<>();

    /** An answer as an engine writes it, with what varies put in as {@link String#formatted} does. */
    public static <T> T json(Class<T> type, String json, Object... varying) {
        try {
            return JSON.readValue(json.formatted(varying), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has commands that begin so give this, throw it if it can be thrown, or give what it supplies. */
    public FakeDocker answer(String command, Object answer) {
        answers.put(command, answer);
        return this;
    }

    /** Has commands that begin so tell their callback this. */
    public <T> FakeDocker tell(String command, Consumer<ResultCallback<T>> story) {
        return answer(command, story);
    }

    /** What it was asked so far: {@code removeContainerCmd(c1).withForce(true)}. */
    public List<String> asked() {
        return asked;
    }

    public DockerClient client() {
        return proxy(
                DockerClient.class,
                (client, method, arguments) -> command(method.getReturnType(), call(method.getName(), arguments)));
    }

    private Object command(Class<?> type, String begun) {
        StringBuilder written = new StringBuilder(begun);
        return proxy(type, (command, method, arguments) -> {
            if (method.getName().equals("exec")) {
                asked.add(written.toString());
                return result(written.toString(), arguments);
            }
            if (method.getName().startsWith("with")) {
                written.append('.').append(call(method.getName(), arguments));
                return command;
            }
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private Object result(String command, Object[] arguments) throws Throwable {
        Object answer = answers.entrySet().stream()
                .filter(known -> command.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (answer instanceof Throwable thrown) {
            throw thrown;
        }
        if (answer instanceof Supplier<?> changing) {
            return changing.get();
        }
        if (arguments == null) {
            return answer;
        }
        if (answer instanceof Consumer<?> story) {
            ((Consumer<Object>) story).accept(arguments[0]);
        }
        return arguments[0];
    }

    private static String call(String method, Object[] arguments) {
        String list = arguments == null ? "[]" : Arrays.deepToString(arguments);
        return method + "(" + list.substring(1, list.length() - 1) + ")";
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
