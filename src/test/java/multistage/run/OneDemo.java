package multistage.run;

import java.nio.file.Path;
import multistage.console.Announcements;
import multistage.demo.Demo;
import multistage.docker.Engine;
import multistage.docker.ImageBuilder;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.measure.Measurement;
import multistage.words.Messages;

/** Measures one demo under the options of this run, and says meanwhile with what. */
final class OneDemo {
    static final Path BUILD_LOGS = Path.of("target", "build-logs");

    private OneDemo() {}

    static Facts measure(Demo demo, Options options, Messages messages) {
        Announcements announcements = new Announcements(messages, System.out);
        try (Engine engine = Engine.open(options.keep())) {
            ImageBuilder builder =
                    new ImageBuilder(engine, BUILD_LOGS, options.limits().build(), System.out);
            announcements.engine(engine.facts());
            Facts measured = engine.whileItAnswers(
                    () -> new Measurement(engine, builder, options.limits().start()).of(demo));
            EngineTrouble.buildTrouble(measured).ifPresent(why -> {
                throw new NotTheStudentsFault(Message.of("%s could not be judged: %s", demo.name(), why));
            });
            announcements.standIns(measured);
            announcements.network(engine.network().open());
            if (options.keep()) {
                announcements.kept(measured);
            }
            return measured;
        }
    }
}
