package multistage.measure;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import multistage.facts.Response;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.BufferedSource;

/** Asks a service once, and takes what it answers as it is: any status, no redirect followed, the body up to a limit. */
final class ServiceProbe {
    private static final long BODY_LIMIT = 64 * 1024;

    /** Without TLS, whose certificates would be read for nothing. */
    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .followRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .retryOnConnectionFailure(false)
            .build();

    /** Asks; of an answer that has not ended within the limit, what has come by then. */
    Optional<Response> ask(HttpUrl url, Duration limit) {
        OkHttpClient patient =
                client.newBuilder().callTimeout(limit).readTimeout(limit).build();
        try (okhttp3.Response response =
                patient.newCall(new Request.Builder().url(url).build()).execute()) {
            BufferedSource body = response.body().source();
            boolean truncated = goesOnBeyondTheLimit(body);
            String text = body.getBuffer()
                    .readUtf8(Math.min(BODY_LIMIT, body.getBuffer().size()));
            return Optional.of(new Response(response.code(), headers(response), text, truncated));
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }

    private static boolean goesOnBeyondTheLimit(BufferedSource body) throws IOException {
        try {
            return body.request(BODY_LIMIT + 1);
        } catch (InterruptedIOException late) {
            return true;
        }
    }

    private static Map<String, String> headers(okhttp3.Response response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers()
                .forEach(header -> headers.merge(
                        header.getFirst().toLowerCase(Locale.ROOT),
                        header.getSecond(),
                        (one, other) -> one + ", " + other));
        return headers;
    }
}
