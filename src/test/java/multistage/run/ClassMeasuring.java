package multistage.run;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import multistage.demo.Demo;
import multistage.demo.Fingerprint;
import multistage.demo.Subject;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.facts.Telling;
import multistage.run.FactsStore.Stored;
import multistage.run.ManyDemos.Measured;
import multistage.words.Messages;

/** Measures those of a class who were not measured before, several at a time, and keeps what was measured of each at once. */
final class ClassMeasuring {
    private final Subject subject;
    private final FactsStore store;
    private final Supplier<Measurer> measurer;
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
     * @param measurer what they are measured on, opened if there is anybody to measure
     * @param options how many at a time, and within which limits
     * @param messages what tells of it, in the run's language
     * @param console where progress shows
     */
    ClassMeasuring(
            Subject subject,
            FactsStore store,
            Supplier<Measurer> measurer,
            Options options,
            Messages messages,
            PrintStream console) {
        this.subject = subject;
        this.store = store;
        this.measurer = measurer;
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
        tell(Message.of(
                "Class: %s: %s to measure, %s measured before and unchanged since (%s)",
                subject.name(), fingerprints.size(), all - fingerprints.size(), store.toString()));
        if (!fingerprints.isEmpty()) {
            measureTheOthers(all);
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

    private void measureTheOthers(int all) {
        try (Measurer open = measurer.get()) {
            new FairMeasuring(open, student -> store.noteBegun(place(student)), this::keep, this::tell)
                    .measure(inOrder(), options.atOnce());
        } catch (RuntimeException unusable) {
            fingerprints.keySet().stream()
                    .filter(student -> !kept.contains(student.name()))
                    .forEach(student -> troubles.putIfAbsent(student.name(), words(unusable)));
            if (troubles.isEmpty() || troubles.size() == all) {
                throw unusable;
            }
        }
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
        Optional<String> notTheirs = EngineTrouble.reason(facts);
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

    private void tell(Message message) {
        console.println(messages.say(message));
    }

    private String words(Throwable thrown) {
        return messages.say(Telling.of(thrown));
    }

    private String place(Demo student) {
        return subject.folders().get(student.name());
    }
}
