package multistage.claim;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import multistage.answers.Catalogue;
import multistage.answers.Outcome;
import multistage.answers.Report;
import multistage.answers.Summary;
import multistage.build.ImageBuilder;
import multistage.demo.Demo;
import multistage.engine.Engine;
import multistage.facts.Facts;
import multistage.facts.Variant;
import multistage.measure.Measurement;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One run of the claims: the demo is measured once, when the first claim needs it; at the end the verdicts are told. */
final class Run implements AutoCloseable {
    private static final Path TARGET = Path.of("target");

    private final Supplier<Facts> measuring;
    private final List<Outcome> outcomes = new ArrayList<>();
    private Optional<Facts> facts = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    private Run(Supplier<Facts> measuring) {
        this.measuring = measuring;
    }

    /** The run that this test belongs to. */
    static Run of(ExtensionContext context) {
        return of(context, Run::measure);
    }

    /** The same; where it only begins, this is how its facts are made. */
    static Run of(ExtensionContext context, Supplier<Facts> measuring) {
        return context.getRoot()
                .getStore(Namespace.create(Run.class))
                .computeIfAbsent(Run.class, first -> new Run(measuring), Run.class);
    }

    /** What was measured; where measuring failed, it fails again in the same words and is not tried again. */
    synchronized Facts facts() {
        failure.ifPresent(again -> {
            throw again;
        });
        if (facts.isEmpty()) {
            try {
                facts = Optional.of(measuring.get());
            } catch (RuntimeException e) {
                failure = Optional.of(e);
                throw e;
            }
        }
        return facts.get();
    }

    private static Facts measure() {
        new Report(TARGET).forget();
        ImageBuilder builder = new ImageBuilder(TARGET.resolve("build-logs"), seconds("build.seconds", 600));
        boolean keep = Boolean.getBoolean("keep");
        try (Engine engine = Engine.open(builder::translate, keep)) {
            System.out.println("Engine: " + engine.facts());
            return engine.whileItAnswers(() -> measure(engine, builder, keep));
        }
    }

    private static Facts measure(Engine engine, ImageBuilder builder, boolean keep) {
        engine.standIns()
                .forEach(image -> System.out.println("Base:   " + image
                        + " is a stand-in on this engine: what is measured with it is not the official image's"));
        Facts measured = new Measurement(engine, builder, seconds("start.seconds", 10)).of(Demo.reference());
        if (keep) {
            sayWhatIsKept(measured);
        }
        return measured;
    }

    private static void sayWhatIsKept(Facts facts) {
        Stream.of(Variant.values())
                .filter(variant -> facts.of(variant).ifBuilt().isPresent())
                .map(Variant::lessonName)
                .forEach(name -> System.out.println("Kept:   " + name + " (docker history " + name + ")"));
    }

    private static Duration seconds(String option, int otherwise) {
        String value = System.getProperty(option, String.valueOf(otherwise));
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    "-D" + option + "=" + value + " is no number of seconds; it takes one from 1 to 999999");
        }
        return Duration.ofSeconds(Long.parseLong(value));
    }

    synchronized void note(Outcome outcome) {
        outcomes.add(outcome);
    }

    /** Ends the run: its verdicts in the lesson's order, in passing and in failing runs. */
    @Override
    public synchronized void close() {
        facts.ifPresent(measured -> {
            System.out.println();
            new Summary(Catalogue.read()).lines(measured, outcomes).forEach(System.out::println);
            new Report(TARGET).write(measured, outcomes);
        });
    }
}
