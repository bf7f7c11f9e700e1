package multistage.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import multistage.baseline.BaselineComparison;
import multistage.baseline.BaselineUnreadable;
import multistage.baseline.Gate;
import multistage.demo.Demo;
import multistage.facts.Facts;
import multistage.words.Language;
import multistage.words.Messages;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A run on the lesson's own demo, which has a baseline. */
final class LessonRun extends Run {
    private static final String BASELINE = "baseline.json";

    private final Supplier<Facts> measuring;
    private final Supplier<Gate> gates;
    private final LessonEnding ending;
    private Optional<Facts> facts = Optional.empty();
    private Optional<Gate> gate = Optional.empty();
    private Optional<BaselineComparison> comparison = Optional.empty();
    private Optional<BaselineUnreadable> unreadable = Optional.empty();

    /**
     * @param measuring how its facts are made
     * @param gates how that is made which holds them to the committed ones
     * @param ending how it ends
     */
    LessonRun(Supplier<Facts> measuring, Supplier<Gate> gates, LessonEnding ending) {
        super(ending.language());
        this.measuring = measuring;
        this.gates = gates;
        this.ending = ending;
    }

    /** Under the options of this run. */
    static LessonRun of(Demo demo, Options options) {
        Language language = options.language();
        return new LessonRun(
                () -> OneDemo.measure(demo, options, Messages.in(language)),
                () -> gate(FOLDER, options.baseline()),
                new LessonEnding(language, FOLDER, System.getenv()));
    }

    /** @param folder where it leaves a baseline for review */
    static Gate gate(Path folder, Optional<String> option) {
        return Gate.of(Path.of("docker", BASELINE), folder.resolve(BASELINE), option.orElse(null), System.getenv("CI"));
    }

    /** The run that this test belongs to, which compares with the baseline. */
    static LessonRun withBaseline(ExtensionContext context) {
        Run begun = Run.of(context);
        begun.requireMeasured();
        if (begun instanceof LessonRun run) {
            return run;
        }
        throw new IllegalStateException("there is no baseline but of the lesson's own demo: run this without -Ddemo");
    }

    @Override
    void begin() {
        ending.begin();
        gate = Optional.of(gates.get());
        gate.get().forgetEarlier();
    }

    @Override
    void measure() {
        facts = Optional.of(measuring.get());
    }

    @Override
    Stream<Facts> measuredFacts() {
        return facts.stream();
    }

    /** What was measured beside the committed facts. */
    synchronized BaselineComparison comparison() {
        if (comparison.isEmpty()) {
            Facts measured = facts().findFirst().orElseThrow();
            try {
                comparison = gate.map(committed -> committed.judge(measured));
            } catch (BaselineUnreadable e) {
                unreadable = Optional.of(e);
                throw e;
            }
        }
        return comparison.orElseThrow();
    }

    private BaselineOutcome baselineOutcome() {
        return new BaselineOutcome(
                comparison,
                unreadable.map(Throwable::getMessage),
                comparison.isEmpty() && gate.filter(Gate::isUpdate).isPresent());
    }

    @Override
    void tell() {
        Facts measured = facts.orElseThrow();
        ending.tell(measured, outcomes(measured.demo()), baselineOutcome());
    }

    @Override
    void tellThatNothingWasMeasured(String why) {
        ending.tellThatNothingWasMeasured(why);
    }
}
