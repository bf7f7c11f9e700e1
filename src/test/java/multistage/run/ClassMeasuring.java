package multistage.run;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import multistage.demo.Demo;
import multistage.demo.Fingerprint;
import multistage.demo.Subject;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.facts.Telling;
import multistage.measure.FactsStore;
import multistage.measure.FactsStore.Stored;
import multistage.measure.ManyDemos;
import multistage.measure.ManyDemos.Measured;
import multistage.words.Messages;

/** Measures those of a class who were not measured before, several at a time, and keeps what was measured of each at once. */
final class ClassMeasuring {
    private final Subject subject;
    private final FactsStore store;
    private final Supplier<Measurer> bench;
    private final Options options;
    private final Messages messages;
    private final PrintStream console;
    /** Of those who are to be measured, in their order. */
    private final Map<Demo, String> fingerprints = new LinkedHashMap<>();

    private final Set<String> kept = new HashSet<>();
    private final Map<String, String> troubles = new LinkedHashMap<>();

    /**
     * @param subject the class
     * @param store where what was measured is kept
     * @param bench what they are measured on, opened if there is anybody to measure
     * @param options how many at a time, and within which limits
     * @param messages what tells of it, in the run's language
     * @param console where progress shows
     */
    ClassMeasuring(
            Subject subject,
            FactsStore store,
            Supplier<Measurer> bench,
            Options options,
            Messages messages,
            PrintStream console) {
        this.subject = subject;
        this.store = store;
        this.bench = bench;
        this.options = options;
        this.messages = messages;
        this.console = console;
    }

    /**
     * Measures them; gives why a student could not be measured, by the student's name.
     *
     * @throws RuntimeException when nothing is known of anybody in the end
     */
    Map<String, String> measure() {
        for (Demo student : subject.demos()) {
            Optional<String> fingerprint = Fingerprint.of(student);
            if (!isKnown(student, fingerprint)) {
                fingerprints.put(student, fingerprint.orElse(""));
            }
        }
        int all = subject.demos().size();
        console.println(messages.say(Message.of(
                "Class: %s: %s to measure, %s measured before and unchanged since (%s)",
                subject.name(), fingerprints.size(), all - fingerprints.size(), store.toString())));
        if (!fingerprints.isEmpty()) {
            measureOnBench(all);
        }
        return Map.copyOf(troubles);
    }

    private boolean isKnown(Demo student, Optional<String> fingerprint) {
        return store.read(place(student))
                .filter(stored -> fingerprint
                        .filter(files -> stored.isOf(files, options.limits()))
                        .isPresent())
                .isPresent();
    }

    private void measureOnBench(int all) {
        try (Measurer open = bench.get()) {
            List<Demo> starved = new ArrayList<>();
            measure(
                    student -> measureOn(open, student),
                    inOrder(),
                    options.atOnce(),
                    found -> isStarved(found) ? again(found, starved) : keep(found));
            if (!starved.isEmpty()) {
                measure(student -> measureAlone(open, student), starved, 1, this::keep);
            }
        } catch (RuntimeException unusable) {
            fingerprints.keySet().stream()
                    .filter(student -> !kept.contains(student.name()))
                    .forEach(student -> troubles.putIfAbsent(student.name(), words(unusable)));
            if (troubles.isEmpty() || troubles.size() == all) {
                throw unusable;
            }
        }
    }

    private Facts measureOn(Measurer open, Demo student) {
        return open.measure(student, () -> store.noteBegun(place(student)));
    }

    /** At the second try, if not at the first: what starved it may still be about to end. */
    private Facts measureAlone(Measurer open, Demo student) {
        Facts first = measureOn(open, student);
        if (!NotTheirs.isStarved(first)) {
            return first;
        }
        open.recover();
        return measureOn(open, student);
    }

    private void measure(
            Function<Demo, Facts> measuring, List<Demo> students, int atOnce, Function<Measured, Message> note) {
        ClassProgress progress = new ClassProgress(students.size(), InstantSource.system());
        new ManyDemos(measuring, atOnce)
                .measure(students, found -> console.println(messages.say(progress.done(note.apply(found)))));
    }

    /** Whoever took all processes or memory that the engine has, it may have been another whose build was under way. */
    private static boolean isStarved(Measured found) {
        return found.facts().filter(NotTheirs::isStarved).isPresent();
    }

    private static Message again(Measured found, List<Demo> starved) {
        starved.add(found.demo());
        return Message.of(
                "%s lacked processes or memory, and is measured again alone",
                found.demo().name());
    }

    /** Who was begun with and never done comes last: it may be that which the engine did not survive. */
    private List<Demo> inOrder() {
        return fingerprints.keySet().stream()
                .sorted(Comparator.comparing(student -> store.isBegun(place(student))))
                .toList();
    }

    /** Keeps what was measured, or why nothing was; says which. */
    private Message keep(Measured found) {
        String student = found.demo().name();
        Optional<String> trouble = trouble(found);
        trouble.ifPresentOrElse(why -> troubles.put(student, why), () -> kept.add(student));
        return trouble.map(why -> Message.of("%s could not be judged: %s", student, why))
                .orElseGet(() -> Message.of("%s: %s s", student, found.took().toSeconds()));
    }

    private Optional<String> trouble(Measured found) {
        return found.failure().map(this::words).or(() -> found.facts().flatMap(facts -> trouble(found, facts)));
    }

    /** Why what was measured is not to be used, or cannot be kept. */
    private Optional<String> trouble(Measured found, Facts facts) {
        Optional<String> notTheirs = NotTheirs.reason(facts);
        if (notTheirs.isEmpty()) {
            try {
                store.write(
                        place(found.demo()),
                        new Stored(fingerprints.get(found.demo()), options.limits(), found.took(), facts));
            } catch (UncheckedIOException full) {
                return Optional.of(words(full) + ": " + words(full.getCause()));
            }
        }
        return notTheirs;
    }

    private String words(Throwable thrown) {
        return messages.say(Telling.of(thrown));
    }

    private String place(Demo student) {
        return subject.folders().get(student.name());
    }
}
