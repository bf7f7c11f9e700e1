package multistage.measure;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import multistage.facts.Response;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.BufferedSource;

/** Asks a service, once, and takes what it answers as it is: any status, no redirect followed, the body up to a limit. */
final class ServiceClient {
    private static final long BODY_LIMIT = 64 * 1024;
    /** A busy machine may take a moment to say that nobody is there; it does not take so long. */
    private static final Duration TELLING = Duration.ofSeconds(1);

    /** Without TLS, whose certificates would be read for nothing. */
    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .followRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .retryOnConnectionFailure(false)
            .build();

    /**
     * What came of asking once.
     *
     * @param response the answer, if there was one
     * @param silent whether there was none for so long that somebody must have taken the request
     */
    record Asked(Optional<Response> response, boolean silent) {
        static final Asked NOBODY = new Asked(Optional.empty(), false);

        static Asked answered(Response response) {
            return new Asked(Optional.of(response), false);
        }
    }

    /** Asks; of an answer that has not ended within the limit, what has come by then. */
    Asked ask(HttpUrl url, Duration limit) {
        OkHttpClient patient =
                client.newBuilder().callTimeout(limit).readTimeout(limit).build();
        try (okhttp3.Response response =
                patient.newCall(new Request.Builder().url(url).build()).execute()) {
            BufferedSource body = response.body().source();
            boolean truncated = goesOn(body);
            String text = body.getBuffer()
                    .readUtf8(Math.min(BODY_LIMIT, body.getBuffer().size()));
            return Asked.answered(new Response(response.code(), headers(response), text, truncated));
        } catch (InterruptedIOException late) {
            return new Asked(Optional.empty(), limit.compareTo(TELLING) >= 0);
        } catch (IOException noAnswer) {
            return Asked.NOBODY;
        }
    }

    /** Reads as much of a body as is taken; tells whether it went on then, or had not ended when the time was up. */
    private static boolean goesOn(BufferedSource body) throws IOException {
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
                        header.getFirst().toLowerCase(java.util.Locale.ROOT),
                        header.getSecond(),
                        (one, other) -> one + ", " + other));
        return headers;
    }
}
