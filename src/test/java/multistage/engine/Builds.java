package multistage.engine;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The builds under way on an engine, by the answers that it gives to them: closing an answer ends its build. */
final class Builds implements BiFunction<String, InputStream, InputStream> {
    private final Map<String, UnaryOperator<InputStream>> expected = new ConcurrentHashMap<>();
    private final Set<InputStream> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    void expect(String image, UnaryOperator<InputStream> translation) {
        expected.put(image, translation);
    }

    void forget(String image) {
        expected.remove(image);
    }

    @Override
    public InputStream apply(String image, InputStream answer) {
        UnaryOperator<InputStream> translation = expected.get(image);
        if (translation == null) {
            close(answer);
            return InputStream.nullInputStream();
        }
        underWay.add(answer);
        if (ended) {
            end();
        }
        return new FilterInputStream(translation.apply(answer)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                if (read < 0) {
                    underWay.remove(answer);
                }
                return read;
            }
        };
    }

    /** Ends all builds, and those that are only beginning; tells whether there was any. */
    boolean end() {
        ended = true;
        boolean any = !underWay.isEmpty();
        underWay.forEach(Builds::close);
        return any;
    }

    private static void close(InputStream answer) {
        try {
            answer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
