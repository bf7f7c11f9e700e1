package multistage.facts;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP answer.
 *
 * @param status the status code
 * @param headers by name in lower case, several values joined by a comma
 * @param body the body as text, its first 64 KiB at most
 * @param truncated whether the body went on beyond that, or had not ended in time
 */
public record Response(int status, Map<String, String> headers, String body, boolean truncated) {

    public Response {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /** The headers that depend on the program alone: all but Date. */
    public Map<String, String> lastingHeaders() {
        Map<String, String> lasting = new TreeMap<>(headers);
        lasting.remove("date");
        return lasting;
    }
}
