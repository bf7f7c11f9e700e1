package multistage.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import multistage.demo.Subject;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.facts.NotMeasured;
import multistage.facts.Telling;
import multistage.outcome.Outcome;
import multistage.words.Hints;
import multistage.words.Language;
import multistage.words.Messages;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.TestAbortedException;

/** One run of the claims: what it is about is measured once, when the first claim needs it; at the end the verdicts are told. */
abstract class Run implements AutoCloseable {
    /** Where a run leaves what it found, relative to the project. */
    static final Path FOLDER = Path.of("target");

    private static final Namespace NAMESPACE = Namespace.create(Run.class);

    private final Hints hints;
    private final Messages messages;
    private final Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
    private boolean measured;
    private Optional<RuntimeException> failure = Optional.empty();

    /** @param language the language in which a claim's failure is explained */
    Run(Language language) {
        this.hints = new Hints(language);
        this.messages = Messages.in(language);
    }

    /** The run that this test belongs to; where it is the first, one on what the options name begins. */
    static Run of(ExtensionContext context) {
        return of(context, Run::onWhatIsNamed);
    }

    /** The same; where it only begins, this is what begins. */
    static Run of(ExtensionContext context, Supplier<Run> first) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Run.class, none -> first.get(), Run.class);
    }

    private static Run onWhatIsNamed() {
        try {
            Options options = Options.ofRun();
            Subject subject =
                    Subject.of(options.demo().orElse(null), options.shard().orElse(null));
            return switch (subject.kind()) {
                case LESSON -> LessonRun.of(subject.demos().get(0), options);
                case STUDENT -> StudentRun.of(subject.demos().get(0), options);
                case CLASS -> ClassRun.of(subject, options);
            };
        } catch (IllegalArgumentException refused) {
            return new NoRun(refused, FOLDER, System.getenv());
        }
    }

    /** Has it measured; where that failed, it fails again in the same words and is not tried again. */
    final synchronized void requireMeasured() {
        failure.ifPresent(again -> {
            throw again;
        });
        if (!measured) {
            try {
                begin();
                measure();
                measured = true;
            } catch (RuntimeException e) {
                failure = Optional.of(e);
                throw e;
            }
        }
    }

    /** What was measured, demo by demo. It is not held for that: read where a class's would fill the memory. */
    final Stream<Facts> facts() {
        requireMeasured();
        return measuredFacts();
    }

    final synchronized void note(String demo, Outcome outcome) {
        outcomes.computeIfAbsent(demo, none -> new ArrayList<>()).add(outcome);
    }

    /** A claim that neither held nor failed, but broke, says nothing of the demo. */
    void broke(String demo, String why) {}

    /** What became of the claims on that demo. */
    final List<Outcome> outcomes(String demo) {
        return outcomes.getOrDefault(demo, List.of());
    }

    /** That message in the language of the run. */
    final String say(Message message) {
        return messages.say(message);
    }

    /** The failure of a claim in the language of the run, with what helps; one without words as it is. */
    final AssertionError explained(String demo, String claim, AssertionError failure) {
        if (failure.getMessage() == null) {
            return failure;
        }
        String said = messages.say(Telling.of(failure));
        return new ExplainedFailure(failure, inBrief(demo, said), said, String.join("\n", hints.of(claim)));
    }

    /** What the list of failures shows with which Maven ends: the whole, where nothing else tells it. */
    String inBrief(String demo, String said) {
        return said;
    }

    /** What a test on something that could not be measured ends with. */
    final TestAbortedException notJudged(NotMeasured reason) {
        return new TestAbortedException(say(Outcome.whyNotJudged(reason.told())));
    }

    /** Removes what an earlier run left, lest it pass for this one's. */
    abstract void begin();

    abstract void measure();

    abstract Stream<Facts> measuredFacts();

    /** Tells what was found, whether the claims held or not. */
    abstract void tell();

    /** Of a run without facts the tests themselves say why; others are told too. */
    abstract void tellThatNothingWasMeasured(String why);

    @Override
    public final synchronized void close() {
        if (measured) {
            tell();
        }
        failure.ifPresent(why -> tellThatNothingWasMeasured(Telling.of(why).english()));
    }
}
