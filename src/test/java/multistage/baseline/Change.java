package multistage.baseline;

import java.util.List;
import java.util.Optional;
import multistage.facts.Variant;

/**
 * A fact that is further from the baseline than it may be.
 *
 * @param check a name of the fact that stays the same: {@code baseline.content}
 * @param variant whose fact it is
 * @param fact what it is: {@code the multi-stage image: bytes of its files}
 * @param baseline what it was when it was committed: {@code 5.06 MB}
 * @param now what it is: {@code 7.44 MB}
 * @param change the difference: {@code +2,380,478 bytes, +47.02 %}
 * @param allowed what it may move: {@code ±5 %}
 * @param line the line of that image's Dockerfile that brought it, counted from 1, if it can be told
 * @param broughtBy the same in words: {@code Dockerfile-multi, line 25, changed: RUN go build -o /hello ./main.go}
 */
public record Change(
        String check,
        Variant variant,
        String fact,
        String baseline,
        String now,
        String change,
        String allowed,
        Optional<Integer> line,
        String broughtBy) {

    /** All that a table shows of it, in the order of its columns: fact, baseline, now, change, allowed, brought by. */
    public List<String> cells() {
        return List.of(fact, baseline, now, change, allowed, broughtBy);
    }
}
