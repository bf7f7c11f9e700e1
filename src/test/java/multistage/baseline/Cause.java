package multistage.baseline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import multistage.baseline.Baseline.Step;
import multistage.facts.Bytes;
import multistage.facts.Cut;
import multistage.facts.HistoryEntry;
import multistage.facts.ImageFacts;
import multistage.facts.Instruction;

/**
 * What moved a fact: the step whose weight did, where steps are weighed; where the Dockerfile has changed, the changed
 * instructions that can move it; or else the instruction on which the fact depends.
 *
 * @param line the line to look at first, counted from 1; empty where the instruction is gone
 * @param words where and what, for people: {@code Dockerfile-multi, line 25, changed: RUN go build}
 */
record Cause(Optional<Integer> line, String words) {
    private static final int SHOWN = 2;
    private static final int LONGEST = 100;

    /** What moved that fact from an earlier baseline to these facts; empty where no instruction can be named. */
    static Optional<Cause> of(Fact fact, Excerpt before, ImageFacts now) {
        List<String> earlier = before.dockerfile(now.variant());
        List<Instruction> movers = (fact.isOfEveryStage() ? now.build().instructions() : now.lastStage())
                .stream().filter(fact::canBeMovedBy).toList();
        return heavier(fact, before, now)
                .or(() -> changed(movers, earlier))
                .or(() -> gone(fact, earlier, now.build().instructions()))
                .or(() -> responsible(fact, movers))
                .map(cause -> new Cause(cause.line, now.variant().dockerfile() + ", " + cause.words));
    }

    private static Optional<Cause> changed(List<Instruction> movers, List<String> earlier) {
        List<Instruction> changed = movers.stream()
                .filter(instruction -> !earlier.contains(instruction.words()))
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
        List<Instruction> before =
                earlier.stream().map(text -> new Instruction(1, text)).toList();
        List<Instruction> gone = new ArrayList<>(fact.isOfEveryStage() ? before : Instruction.lastStage(before));
        now.forEach(instruction -> gone.remove(new Instruction(1, instruction.words())));
        return gone.stream()
                .filter(fact::canBeMovedBy)
                .findFirst()
                .map(instruction -> new Cause(Optional.empty(), "no longer there: " + cut(instruction.text())));
    }

    /** The step of the naive image whose weight moved most, where its steps are as many as they were. */
    private static Optional<Cause> heavier(Fact fact, Excerpt before, ImageFacts now) {
        List<Step> earlier = before.steps().orElse(List.of());
        List<HistoryEntry> steps = now.ownSteps();
        if (fact != Fact.BYTES_OVER_BASE || earlier.size() != steps.size()) {
            return Optional.empty();
        }
        return IntStream.range(0, steps.size())
                .boxed()
                .max(Comparator.comparingLong(i -> Math.abs(moved(earlier.get(i), steps.get(i)))))
                .flatMap(i -> now.instructionOf(steps.get(i))
                        .map(instruction -> new Cause(
                                Optional.of(instruction.line()),
                                told(
                                        instruction,
                                        (before.dockerfile(now.variant()).contains(instruction.words())
                                                        ? " unchanged, but "
                                                        : ", changed, ")
                                                + weighs(moved(earlier.get(i), steps.get(i)))))));
    }

    private static long moved(Step before, HistoryEntry now) {
        return now.bytes() - before.bytes();
    }

    private static String weighs(long moved) {
        return Bytes.human(Math.abs(moved)) + (moved < 0 ? " lighter" : " heavier");
    }

    /** The last of the likeliest kind. */
    private static Optional<Cause> responsible(Fact fact, List<Instruction> movers) {
        return fact.movers().stream()
                .flatMap(keyword -> movers.stream()
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
        return Cut.within(text.replaceAll("\\s+", " "), LONGEST);
    }
}
