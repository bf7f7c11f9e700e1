package multistage.baseline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.baseline.Baseline.Step;
import multistage.facts.Bytes;
import multistage.facts.HistoryEntry;
import multistage.facts.ImageFacts;
import multistage.facts.Instruction;
import multistage.facts.Variant;

/**
 * What moved a fact: where the Dockerfile has changed, the changed instructions that can move it; where it has not, the step
 * whose weight did, or else the instruction on which the fact depends.
 *
 * @param line the line to look at first, counted from 1; empty where the instruction is gone
 * @param words where and what, for people: {@code Dockerfile-multi, line 25, changed: RUN go build}
 */
record Cause(Optional<Integer> line, String words) {
    private static final int SHOWN = 2;
    private static final int LONGEST = 100;

    /** What moved that fact from an earlier baseline to these facts; empty where no instruction can be named. */
    static Optional<Cause> of(Fact fact, Excerpt before, ImageFacts now) {
        List<String> earlier = now.variant() == Variant.MULTI
                ? before.multi().dockerfile()
                : before.naive().dockerfile();
        List<Instruction> instructions = now.build().instructions();
        return changed(fact, earlier, instructions)
                .or(() -> gone(fact, earlier, instructions))
                .or(() -> heavier(fact, before, now))
                .or(() -> last(fact, instructions))
                .map(cause -> new Cause(cause.line, now.variant().dockerfile() + ", " + cause.words));
    }

    private static Optional<Cause> changed(Fact fact, List<String> earlier, List<Instruction> now) {
        List<Instruction> changed = now.stream()
                .filter(instruction -> !earlier.contains(instruction.text()))
                .filter(fact::canBeMovedBy)
                .toList();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cause(
                        Optional.of(changed.get(0).line()),
                        changed.stream()
                                        .limit(SHOWN)
                                        .map(instruction -> told(instruction, ", changed"))
                                        .collect(Collectors.joining("; "))
                                + (changed.size() > SHOWN ? "; and " + (changed.size() - SHOWN) + " more" : "")));
    }

    private static Optional<Cause> gone(Fact fact, List<String> earlier, List<Instruction> now) {
        List<String> gone = new ArrayList<>(earlier);
        now.forEach(instruction -> gone.remove(instruction.text()));
        return gone.stream()
                .filter(text -> fact.canBeMovedBy(new Instruction(1, text)))
                .findFirst()
                .map(text -> new Cause(Optional.empty(), "no longer there: " + cut(text)));
    }

    /** An unchanged Dockerfile of which a step weighs something else now: what it downloads has moved. */
    private static Optional<Cause> heavier(Fact fact, Excerpt before, ImageFacts now) {
        List<Step> earlier = before.steps().orElse(List.of());
        List<HistoryEntry> steps = now.ownSteps();
        if (fact != Fact.BYTES_OVER_BASE || earlier.size() != steps.size()) {
            return Optional.empty();
        }
        return Stream.iterate(0, i -> i < steps.size(), i -> i + 1)
                .max(Comparator.comparingLong(i -> Math.abs(moved(earlier.get(i), steps.get(i)))))
                .flatMap(i -> now.instructionOf(steps.get(i))
                        .map(instruction -> new Cause(
                                Optional.of(instruction.line()),
                                told(instruction, weighs(moved(earlier.get(i), steps.get(i)))))));
    }

    private static long moved(Step before, HistoryEntry now) {
        return now.bytes() - before.bytes();
    }

    private static String weighs(long moved) {
        return " unchanged, but " + Bytes.human(Math.abs(moved)) + (moved < 0 ? " lighter" : " heavier");
    }

    private static Optional<Cause> last(Fact fact, List<Instruction> instructions) {
        return fact.movers().stream()
                .flatMap(keyword -> instructions.stream()
                        .filter(instruction -> instruction.keyword().equals(keyword))
                        .reduce((first, second) -> second)
                        .stream())
                .findFirst()
                .map(instruction -> new Cause(Optional.of(instruction.line()), told(instruction, "")));
    }

    private static String told(Instruction instruction, String what) {
        return "line " + instruction.line() + what + ": " + cut(instruction.text());
    }

    private static String cut(String text) {
        String plain = text.replaceAll("\\s+", " ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
