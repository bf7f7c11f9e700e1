package multistage.engine;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What an engine is asked to do, told from a request: in which words, and how long the answer to it may take. */
enum Operation {
    BUILD("building an image", "POST /build\\?.*", Patience.ENDLESS),
    PULL("pulling an image", "POST /images/create\\?.*", Patience.ENDLESS),
    RUN("running a command in a container", "POST /exec/.*/start", Patience.ENDLESS),
    READ_IMAGE("reading an image", "GET /images/.*/get", Patience.LIMITED),
    READ_FILE("reading a file of an image", "GET /containers/.*/archive\\?.*", Patience.LIMITED),
    CREATE("making a container", "POST /containers/create.*", Patience.LIMITED),
    START("starting a container", "POST /containers/.*/start", Patience.LIMITED),
    REMOVE("removing images and containers", "DELETE .*", Patience.LIMITED),
    OTHER("answering a question", ".*", Patience.LIMITED);

    private enum Patience {
        /** It says when it is done, after whatever time that takes; who asks has a limit of their own. */
        ENDLESS,
        LIMITED
    }

    private static final Pattern VERSION = Pattern.compile("^/v[0-9.]+(?=/)");

    private final String words;
    private final Pattern request;
    private final Patience patience;

    Operation(String words, String request, Patience patience) {
        this.words = words;
        this.request = Pattern.compile(request, Pattern.DOTALL);
        this.patience = patience;
    }

    static Operation of(Request request) {
        String asked = request.method() + " " + VERSION.matcher(request.path()).replaceFirst("");
        return Arrays.stream(values())
                .filter(operation -> operation.request.matcher(asked).matches())
                .findFirst()
                .orElse(OTHER);
    }

    /** Whether an engine that is silent on it for long has a reason to be. */
    boolean maySilentlyTakeLong() {
        return patience == Patience.ENDLESS;
    }

    /** Whether its answer is long, or has no end: one that nobody reads to its end is hung up on. */
    boolean hasLongAnswer() {
        return this == BUILD || this == READ_IMAGE || this == READ_FILE;
    }

    /** {@code building an image}. */
    @Override
    public String toString() {
        return words;
    }
}
