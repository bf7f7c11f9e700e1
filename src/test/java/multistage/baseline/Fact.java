package multistage.baseline;

import static multistage.facts.Variant.MULTI;
import static multistage.facts.Variant.NAIVE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import multistage.baseline.Baseline.OnBase;
import multistage.baseline.Value.Count;
import multistage.baseline.Value.Weight;
import multistage.baseline.Value.Words;
import multistage.facts.Instruction;
import multistage.facts.Variant;

/** The facts that are compared: what each is called, where a baseline holds it, and which instructions can move it. */
public enum Fact {
    CONTENT(
            MULTI,
            "bytes of its files",
            it -> weight(it.multi().contentBytes()),
            "RUN",
            "COPY",
            "ADD",
            "FROM",
            "ENV",
            "ARG"),
    EXECUTABLE(
            MULTI,
            "bytes of its program",
            it -> weight(it.multi().executableBytes()),
            "RUN",
            "COPY",
            "ADD",
            "FROM",
            "ENV",
            "ARG"),
    LAYERS(MULTI, "layers", it -> count(it.multi().layers()), "COPY", "ADD", "FROM", "RUN", "WORKDIR"),
    FILES(MULTI, "files", it -> words(it.multi().files()), "COPY", "ADD", "FROM", "RUN"),
    ENTRYPOINT(MULTI, "ENTRYPOINT", it -> words(it.multi().config().entrypoint()), "ENTRYPOINT", "FROM"),
    COMMAND(MULTI, "CMD", it -> words(it.multi().config().command()), "CMD", "FROM"),
    USER(MULTI, "USER", it -> word(it.multi().config().user()), "USER", "FROM"),
    PORTS(MULTI, "EXPOSE", it -> words(it.multi().config().exposedPorts()), "EXPOSE", "FROM"),
    ENV(MULTI, "ENV", it -> words(it.multi().config().env()), "ENV", "FROM"),
    DIRECTORY(MULTI, "WORKDIR", it -> folder(it.multi().config().workingDirectory()), "WORKDIR", "FROM"),

    NAIVE_LAYERS(
            NAIVE, "layers over its base", it -> count(it.naive().layersOverBase()), "RUN", "COPY", "ADD", "WORKDIR"),
    NAIVE_ENTRYPOINT(NAIVE, "ENTRYPOINT", it -> words(it.naive().entrypoint()), "ENTRYPOINT", "FROM"),
    NAIVE_COMMAND(NAIVE, "CMD", it -> words(it.naive().command()), "CMD", "FROM"),
    NAIVE_USER(NAIVE, "USER", it -> word(it.naive().user()), "USER", "FROM"),
    NAIVE_PORTS(NAIVE, "EXPOSE", it -> words(it.naive().exposedPorts()), "EXPOSE", "FROM"),

    BYTES_OVER_BASE(NAIVE, "bytes over its base", it -> it.bytesOverBase().map(Weight::new), "RUN", "COPY", "ADD"),
    NAIVE_ENV(NAIVE, "ENV", it -> it.onBase().map(OnBase::env).map(Words::new), "ENV", "FROM"),
    NAIVE_DIRECTORY(
            NAIVE, "WORKDIR", it -> it.onBase().flatMap(on -> folder(on.workingDirectory())), "WORKDIR", "FROM");

    private final Variant variant;
    private final String title;
    private final Function<Excerpt, Optional<? extends Value>> value;
    private final List<String> movers;

    Fact(Variant variant, String title, Function<Excerpt, Optional<? extends Value>> value, String... movers) {
        this.variant = variant;
        this.title = title;
        this.value = value;
        this.movers = List.of(movers);
    }

    /** A name for machines, which stays the same: {@code baseline.bytes-over-base}. */
    String check() {
        return "baseline." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whose fact it is. */
    Variant variant() {
        return variant;
    }

    /** Its value in a baseline; empty for one of a base that the baseline does not know. */
    Optional<Value> in(Excerpt baseline) {
        return value.apply(baseline).map(Value.class::cast);
    }

    /** The instructions that can move it, by keyword; first the one that does where the Dockerfile is as it was. */
    List<String> movers() {
        return movers;
    }

    /** Whether any stage can move it: what a stage compiles, a later one copies. All else is of the last stage's making. */
    boolean isOfEveryStage() {
        return this == CONTENT || this == EXECUTABLE;
    }

    boolean canBeMovedBy(Instruction instruction) {
        return movers.contains(instruction.keyword());
    }

    /** As a table calls it: {@code the multi-stage image: bytes of its files}. */
    @Override
    public String toString() {
        return variant + ": " + title;
    }

    private static Optional<Value> weight(long bytes) {
        return Optional.of(new Weight(bytes));
    }

    private static Optional<Value> count(int number) {
        return Optional.of(new Count(number));
    }

    private static Optional<Value> words(List<String> words) {
        return Optional.of(new Words(words));
    }

    private static Optional<Value> word(String word) {
        return words(word.isEmpty() ? List.of() : List.of(word));
    }

    /** Engines call the root folder by its name or not at all. */
    private static Optional<Value> folder(String path) {
        return word(path.isEmpty() ? "/" : path);
    }
}
