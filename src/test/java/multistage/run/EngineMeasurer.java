package multistage.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import multistage.console.Announcements;
import multistage.demo.Demo;
import multistage.docker.Engine;
import multistage.docker.ImageBuilder;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.measure.Measurement;
import multistage.words.Messages;

/** An engine, for the demos of a class. Their builds show in their logs, and not on the console. */
final class EngineMeasurer implements Measurer {
    /** The lesson's base: who cannot have it would find the whole class failing. */
    private static final String BASE = "golang:1.23";

    private final Engine engine;
    private final ImageBuilder builder;
    private final Options options;
    private final Instant start = Instant.now();

    private EngineMeasurer(Engine engine, ImageBuilder builder, Options options) {
        this.engine = engine;
        this.builder = builder;
        this.options = options;
    }

    /** @throws RuntimeException when there is no engine, or it has not what the lesson's demo is built from */
    static Measurer open(Options options, Messages messages) {
        Engine engine = Engine.open(false);
        ImageBuilder builder = new ImageBuilder(
                engine, OneDemo.BUILD_LOGS, options.limits().build(), new PrintStream(OutputStream.nullOutputStream()));
        Announcements announcements = new Announcements(messages, System.out);
        try {
            announcements.engine(engine.facts());
            engine.whileItAnswers(() -> builder.ensure(BASE)).ifPresent(why -> {
                throw new NotTheStudentsFault(Message.of("no student can be measured: %s", why));
            });
            announcements.network(engine.network().open());
            requireWhatItCan(engine);
            return new EngineMeasurer(engine, builder, options);
        } catch (RuntimeException unusable) {
            engine.close();
            throw unusable;
        }
    }

    /** An engine that could keep students from the internet, and failed to, is not to run a class. */
    private static void requireWhatItCan(Engine engine) {
        engine.network().open().filter(why -> !engine.facts().isPodman()).ifPresent(why -> {
            throw new NotTheStudentsFault(Message.of("no student can be measured: %s", why));
        });
    }

    /** Each on its own is measured while the engine answers: what was measured while it was dying is none of the student's doing. */
    @Override
    public Facts measure(Demo demo, Runnable begun) {
        options.classLimit().filter(this::isOver).ifPresent(limit -> {
            throw new NotTheStudentsFault(Message.of(
                    "its turn did not come within -Dclass.minutes=%s: run this again, which goes on from there",
                    limit.toMinutes()));
        });
        return engine.whileItAnswers(() -> {
            begun.run();
            return new Measurement(engine, builder, options.limits().start()).of(demo);
        });
    }

    private boolean isOver(Duration limit) {
        return Instant.now().isAfter(start.plus(limit));
    }

    @Override
    public void close() {
        engine.close();
    }
}
