package multistage.run;

import java.nio.file.Path;
import java.util.stream.Stream;
import multistage.build.ImageBuilder;
import multistage.demo.Demo;
import multistage.engine.Engine;
import multistage.facts.Base;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.facts.Variant;
import multistage.measure.Measurement;
import multistage.words.Messages;

/** Measures one demo under the options of this run, and says meanwhile with what. */
final class OneDemo {
    static final Path BUILD_LOGS = Path.of("target", "build-logs");

    private OneDemo() {}

    static Facts measure(Demo demo, Options options, Messages messages) {
        ImageBuilder builder = new ImageBuilder(BUILD_LOGS, options.limits().build(), System.out);
        try (Engine engine = Engine.open(builder::translate, options.keep())) {
            sayWhatItIs(engine, messages);
            Facts measured = engine.whileItAnswers(
                    () -> new Measurement(engine, builder, options.limits().start()).of(demo));
            sayWhatStandsIn(measured, messages);
            sayWhatIsNotHeldOff(engine, messages);
            if (options.keep()) {
                sayWhatIsKept(measured, messages);
            }
            return measured;
        }
    }

    static void sayWhatItIs(Engine engine, Messages messages) {
        System.out.println(messages.say(Message.of("Engine: %s", engine.facts().toString())));
    }

    /** Of the bases that the demo's builds named, and not of all that the engine may have. */
    private static void sayWhatStandsIn(Facts facts, Messages messages) {
        facts.both()
                .flatMap(image -> image.ifBuilt().stream())
                .flatMap(image -> image.builtFrom().stream())
                .filter(Base::standIn)
                .map(Base::name)
                .distinct()
                .map(name -> Message.of(
                        "Base:   %s is a stand-in on this engine: what is measured with it is not the official image's",
                        name))
                .forEach(message -> System.out.println(messages.say(message)));
    }

    static void sayWhatIsNotHeldOff(Engine engine, Messages messages) {
        engine.network()
                .open()
                .map(why -> Message.of("Network: containers may reach the internet: %s", why))
                .ifPresent(message -> System.out.println(messages.say(message)));
    }

    private static void sayWhatIsKept(Facts facts, Messages messages) {
        Stream.of(Variant.values())
                .filter(variant -> facts.of(variant).ifBuilt().isPresent())
                .map(Variant::lessonName)
                .map(name -> Message.of("Kept:   %s (docker history %s)", name, name))
                .forEach(message -> System.out.println(messages.say(message)));
    }
}
