package multistage.engine;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** The builds under way on an engine, by the answers that it gives to them: closing an answer ends its build. */
final class Builds implements BiFunction<String, InputStream, InputStream> {
    private final BiFunction<String, InputStream, InputStream> translation;
    private final Set<InputStream> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    Builds(BiFunction<String, InputStream, InputStream> translation) {
        this.translation = translation;
    }

    @Override
    public InputStream apply(String image, InputStream answer) {
        underWay.add(answer);
        if (ended) {
            end();
        }
        return new FilterInputStream(translation.apply(image, answer)) {
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
        for (InputStream answer : underWay) {
            try {
                answer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return any;
    }
}
