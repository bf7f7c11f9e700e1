package multistage.claim;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import multistage.baseline.Gate;
import multistage.build.ImageBuilder;
import multistage.demo.Demo;
import multistage.engine.Engine;
import multistage.facts.Base;
import multistage.facts.Facts;
import multistage.facts.Variant;
import multistage.measure.Measurement;

/** Measures the lesson's own demo under the options of this run, and says meanwhile with what. */
final class ReferenceDemo {
    private ReferenceDemo() {}

    static Facts measure() {
        ImageBuilder builder =
                new ImageBuilder(Path.of("target", "build-logs"), seconds("build.seconds", 600), System.out);
        boolean keep = Boolean.getBoolean("keep");
        try (Engine engine = Engine.open(builder::translate, keep)) {
            System.out.println("Engine: " + engine.facts());
            return engine.whileItAnswers(() -> measure(engine, builder, keep));
        }
    }

    /** What holds its facts to the committed ones, or commits to them anew. */
    static Gate gate() {
        return Gate.of(
                Path.of("docker", "baseline.json"),
                Path.of("target", "baseline.json"),
                System.getProperty("baseline"),
                System.getenv("CI"));
    }

    private static Facts measure(Engine engine, ImageBuilder builder, boolean keep) {
        Facts measured = new Measurement(engine, builder, seconds("start.seconds", 10)).of(Demo.reference());
        sayWhatStandsIn(measured);
        engine.network()
                .open()
                .ifPresent(why -> System.out.println("Network: containers may reach the internet: " + why));
        if (keep) {
            sayWhatIsKept(measured);
        }
        return measured;
    }

    /** Of the bases that the demo's builds named, and not of all that the engine may have. */
    private static void sayWhatStandsIn(Facts facts) {
        Stream.of(facts.naive(), facts.multi())
                .flatMap(image -> image.ifBuilt().stream())
                .flatMap(image -> image.builtFrom().stream())
                .filter(Base::standIn)
                .map(Base::name)
                .distinct()
                .forEach(name -> System.out.println("Base:   " + name
                        + " is a stand-in on this engine: what is measured with it is not the official image's"));
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
}
