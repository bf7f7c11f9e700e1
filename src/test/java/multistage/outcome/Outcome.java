package multistage.outcome;

import multistage.facts.Message;
import multistage.facts.NotMeasured;
import multistage.facts.Telling;

/**
 * What became of one claim in a run.
 *
 * @param claim the claim's key in claims.properties, {@code NaiveImageTest.builds}
 * @param verdict whether it held
 * @param message why not, its first line complete in itself; nothing for one that held
 */
public record Outcome(String claim, Verdict verdict, Message message) {

    /** One that held. */
    public static Outcome held(String claim) {
        return new Outcome(claim, Verdict.HELD, Message.NONE);
    }

    /** One that failed with this message. */
    public static Outcome failed(String claim, Message message) {
        return new Outcome(claim, Verdict.FAILED, message);
    }

    /** One that could not be judged, for this reason. */
    public static Outcome notJudged(String claim, Message reason) {
        return new Outcome(claim, Verdict.NOT_JUDGED, whyNotJudged(reason));
    }

    /** One that threw this: not judged where a fact is lacking that it asked for, and else failed. */
    public static Outcome of(String claim, Throwable thrown) {
        return thrown instanceof NotMeasured lacking
                ? notJudged(claim, lacking.told())
                : failed(claim, Telling.of(thrown));
    }

    /** What is told of whatever could not be judged, for this reason. */
    public static Message whyNotJudged(Message reason) {
        return Message.of("not judged: %s", reason);
    }

    /** Whether a claim held. */
    public enum Verdict {
        HELD("held", "✔"),
        FAILED("failed", "✘"),
        NOT_JUDGED("not-judged", "–");

        private final String key;
        private final String sign;

        Verdict(String key, String sign) {
            this.key = key;
            this.sign = sign;
        }

        /** Its name, as styles and files of words have it. */
        public String key() {
            return key;
        }

        /** What it looks like. */
        public String sign() {
            return sign;
        }
    }
}
