package multistage.answers;

/**
 * What became of one claim in a run.
 *
 * @param claim the claim's key in claims.properties, {@code NaiveImageTest.builds}
 * @param verdict whether it held
 * @param message why not, its first line complete in itself; empty for one that held
 */
public record Outcome(String claim, Verdict verdict, String message) {

    /** Whether a claim held. */
    public enum Verdict {
        HELD("✔"),
        FAILED("✘"),
        NOT_JUDGED("–");

        private final String sign;

        Verdict(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** What is shown of the message. */
    String firstLine() {
        return FirstLine.of(message);
    }
}
