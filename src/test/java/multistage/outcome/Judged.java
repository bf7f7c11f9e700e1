package multistage.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.facts.Facts;
import multistage.facts.WhatIf;
import multistage.outcome.Outcome.Verdict;

/**
 * A demo, measured and judged: all that the answers are made from, and what {@code facts.json} holds.
 *
 * @param schema the number of the form that this has in JSON, 2
 * @param facts what was measured
 * @param claims what became of each claim that was judged, in any order
 * @param whatIf the changed Dockerfiles that were measured last, if any were
 */
public record Judged(int schema, Facts facts, List<Outcome> claims, Optional<WhatIf> whatIf) {
    /** Raised whenever a component is renamed, removed or given another meaning. */
    static final int SCHEMA = 2;

    public Judged {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("it is written in schema " + schema + ", and this version reads schema "
                    + SCHEMA + (schema > SCHEMA ? ": take a newer version of this suite" : ": measure again"));
        }
        claims = List.copyOf(claims);
    }

    public Judged(Facts facts, List<Outcome> claims, Optional<WhatIf> whatIf) {
        this(SCHEMA, facts, claims, whatIf);
    }

    /** One without changed Dockerfiles. */
    public Judged(Facts facts, List<Outcome> claims) {
        this(facts, claims, Optional.empty());
    }

    /** What became of each claim in the end, where it was judged more than once. */
    public Map<String, Outcome> byClaim() {
        Map<String, Outcome> byClaim = new LinkedHashMap<>();
        claims.forEach(outcome -> byClaim.put(outcome.claim(), outcome));
        return byClaim;
    }

    /** How many claims ended so. */
    public long count(Verdict verdict) {
        return byClaim().values().stream()
                .filter(outcome -> outcome.verdict() == verdict)
                .count();
    }
}
