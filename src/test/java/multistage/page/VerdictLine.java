package multistage.page;

import java.util.Optional;

/**
 * What became of one claim.
 *
 * @param kind held, failed or not-judged, which tells its colours
 * @param sign ✔, ✘ or –
 * @param word the same in a word, for those who do not see the sign
 * @param sentence the claim, with what leads on to what was found
 * @param found what was found
 * @param why it matters, for one that failed
 * @param hint towards the mend, for one that failed
 */
public record VerdictLine(
        String kind, String sign, String word, Text sentence, Text found, Optional<Text> why, Optional<Text> hint) {}
