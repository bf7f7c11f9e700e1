package multistage.docker;

import java.util.Map;

/** Images made to stand in for official ones, as their label tells: their figures must not pass for the official images'. */
public final class StandIn {
    private static final String LABEL = "multistage.stand-in";

    private StandIn() {}

    /** Whether an image of that name and with these labels is one; what is built from one inherits its labels, not its name. */
    public static boolean is(String name, Map<String, String> labels) {
        String official = labels == null ? null : labels.get(LABEL);
        return official != null && (name.equals(official) || name.endsWith("/" + official));
    }
}
