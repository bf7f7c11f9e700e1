package multistage.run;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.neverAnswering;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.service;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import multistage.demo.Demo;
import multistage.demo.Subject;
import multistage.facts.Facts;
import multistage.words.Language;
import multistage.words.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassMeasuringTest {
    @TempDir
    private Path folder;

    private final Map<String, String> limits = new HashMap<>(Map.of("start.seconds", "5"));
    private final List<String> measured = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @BeforeEach
    void makeAClass() throws IOException {
        for (String student : List.of("ada", "bob", "cem")) {
            Files.createDirectories(folder.resolve("class").resolve(student));
            Files.writeString(folder.resolve("class").resolve(student).resolve("Dockerfile-naive"), "FROM golang:1.23");
        }
    }

    @Test
    void eachIsMeasuredAndKept() {
        assertThat(measure(this::facts)).isEmpty();

        assertThat(measured).containsExactlyInAnyOrder("ada", "bob", "cem");
        assertThat(store().read("bob"))
                .hasValueSatisfying(stored -> assertThat(stored.facts()).isEqualTo(named("bob")));
        assertThat(lines())
                .startsWith("Class: class: 3 to measure, 0 measured before and unchanged since (" + store() + ")")
                .last()
                .asString()
                .matches("\\[3/3] (ada|bob|cem): \\d s");
    }

    @Test
    void whoWasMeasuredBeforeIsMeasuredAgainOnlyIfTheirFilesHaveChanged() throws IOException {
        measure(this::facts);
        measured.clear();
        Files.writeString(folder.resolve("class/bob/Dockerfile-naive"), "FROM golang:1.24");

        assertThat(measure(this::facts)).isEmpty();

        assertThat(measured).containsExactly("bob");
    }

    @Test
    void whoALimitCutShortIsMeasuredAgainOnceItIsWider() {
        Function<Demo, Facts> measuring = demo ->
                demo.name().equals("bob") ? changed(facts(demo), multi(service(neverAnswering()))) : facts(demo);
        measure(measuring);
        measured.clear();

        limits.put("start.seconds", "4");
        measure(measuring);
        assertThat(measured).isEmpty();

        limits.put("start.seconds", "6");
        measure(measuring);
        assertThat(measured).containsExactly("bob");
    }

    @Test
    void whereEverybodyWasMeasuredBeforeNothingIsNeededForIt() {
        measure(this::facts);

        assertThat(measureOn(() -> {
                    throw new IllegalStateException("no engine");
                }))
                .isEmpty();
    }

    @Test
    void whatGoesWrongWithOneCostsThatOneAloneAndIsTriedAgain() {
        assertThat(measure(demo -> {
                    if (demo.name().equals("bob")) {
                        throw new IllegalStateException("something broke");
                    }
                    return facts(demo);
                }))
                .containsExactly(Map.entry("bob", "something broke"));
        assertThat(lines()).anyMatch(line -> line.contains("bob could not be judged: something broke"));
        measured.clear();

        assertThat(measure(this::facts)).isEmpty();
        assertThat(measured).containsExactly("bob");
    }

    @Test
    void whatWasMeasuredOnAFullDiskIsNotKept() {
        assertThat(measure(demo -> changed(facts(demo), multi(notBuilt("x: no space left on device")))))
                .hasSize(3)
                .containsEntry("ada", "x: no space left on device");
        assertThat(store().read("ada")).isEmpty();
    }

    @Test
    void whoWasBegunWithAndNeverDoneComesLast() {
        store().noteBegun("ada");
        limits.put("at.once", "1");

        measure(this::facts);

        assertThat(measured).containsExactly("bob", "cem", "ada");
    }

    @Test
    void anEngineThatCannotBeLetGoOfIsNotPassedOver() {
        assertThatThrownBy(() -> measureOn(() -> new Measurer() {
                    @Override
                    public Facts measure(Demo demo, Runnable begun) {
                        return facts(demo);
                    }

                    @Override
                    public void close() {
                        throw new IllegalStateException("its containers are still there");
                    }
                }))
                .hasMessage("its containers are still there");
    }

    @Test
    void whoseBuildLackedProcessesIsMeasuredAgainAloneAndJudgedAsItIsThen() {
        String bomb = "fork: Resource temporarily unavailable";

        assertThat(measure(demo -> {
                    boolean again = measured.contains(demo.name());
                    Facts facts = facts(demo);
                    return demo.name().equals("cem") || demo.name().equals("bob") && again
                            ? facts
                            : changed(facts, multi(notBuilt(bomb)));
                }))
                .isEmpty();

        assertThat(measured).containsExactlyInAnyOrder("ada", "ada", "bob", "bob", "cem");
        assertThat(built("ada")).isFalse();
        assertThat(built("bob")).isTrue();
        assertThat(lines())
                .anyMatch(line -> line.contains("bob lacked processes or memory, and is measured again alone"));
    }

    private boolean built(String student) {
        return store().read(student).orElseThrow().facts().multi().ifBuilt().isPresent();
    }

    @Test
    void withoutAnEngineNobodyIsMeasured() {
        assertThatThrownBy(() -> measureOn(() -> {
                    throw new IllegalStateException("no engine");
                }))
                .hasMessage("no engine");
    }

    @Test
    void withoutAnEngineWhoWasMeasuredBeforeIsStillJudged() throws IOException {
        measure(this::facts);
        Files.writeString(folder.resolve("class/bob/Dockerfile-naive"), "FROM golang:1.24");

        assertThat(measureOn(() -> {
                    throw new IllegalStateException("no engine");
                }))
                .containsExactly(Map.entry("bob", "no engine"));
    }

    @Test
    void whatCannotBeKeptCostsThatOneAlone() throws IOException {
        Files.createDirectories(folder.resolve("measured"));
        Files.writeString(folder.resolve("measured/bob"), "a file where a folder is to be");

        assertThat(measure(this::facts)).containsOnlyKeys("bob");
    }

    private Map<String, String> measure(Function<Demo, Facts> measuring) {
        return measureOn(() -> new Measurer() {
            @Override
            public Facts measure(Demo demo, Runnable begun) {
                begun.run();
                return measuring.apply(demo);
            }

            @Override
            public void close() {}
        });
    }

    private Map<String, String> measureOn(Supplier<Measurer> bench) {
        Subject subject = Subject.of(folder.resolve("class").toString(), null);
        return new ClassMeasuring(
                        subject,
                        store(),
                        bench,
                        Options.of(limits::get, 2),
                        Messages.in(Language.ENGLISH),
                        new PrintStream(console, true, StandardCharsets.UTF_8))
                .measure();
    }

    private Facts facts(Demo demo) {
        measured.add(demo.name());
        return named(demo.name());
    }

    private static Facts named(String student) {
        return changed(good(), with("demo", student));
    }

    private FactsStore store() {
        return new FactsStore(folder.resolve("measured"));
    }

    private List<String> lines() {
        return console.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
