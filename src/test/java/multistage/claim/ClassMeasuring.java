package multistage.claim;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import multistage.answers.Messages;
import multistage.answers.page.Span;
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

/** Measures those of a class who were not measured before, several at a time, and keeps what was measured of each at once. */
final class ClassMeasuring {
    private final Subject subject;
    private final FactsStore store;
    private final Supplier<Bench> bench;
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
            Supplier<Bench> bench,
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
        Progress progress = new Progress(fingerprints.size(), InstantSource.system());
        try (Bench open = bench.get()) {
            new ManyDemos(open::measure, options.atOnce())
                    .measure(
                            List.copyOf(fingerprints.keySet()),
                            found -> console.println(messages.say(progress.done(keep(found)))));
        } catch (RuntimeException unusable) {
            fingerprints.keySet().stream()
                    .filter(student -> !kept.contains(student.name()))
                    .forEach(student -> troubles.putIfAbsent(student.name(), words(unusable)));
            if (troubles.size() == all) {
                throw unusable;
            }
        }
    }

    /** Keeps what was measured, or why nothing was; says which. */
    private Message keep(Measured found) {
        String student = found.demo().name();
        Optional<String> trouble = trouble(found);
        trouble.ifPresentOrElse(why -> troubles.put(student, why), () -> kept.add(student));
        String shown = Span.plain(student).words(); // on one line, whatever is in it
        return trouble.map(why -> Message.of("%s could not be judged: %s", shown, why))
                .orElseGet(() -> Message.of("%s in %s s", shown, found.took().toSeconds()));
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
