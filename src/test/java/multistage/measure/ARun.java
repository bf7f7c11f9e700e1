package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import multistage.build.ImageBuilder;
import multistage.demo.Demo;
import multistage.engine.Engine;
import multistage.facts.Facts;

/** For tests: a whole run on the reference demo, in a process of its own. */
final class ARun {
    static final Duration LIMIT = Duration.ofMinutes(5);

    private ARun() {}

    public static void main(String[] logs) {
        ImageBuilder builder = new ImageBuilder(Path.of(logs[0]), LIMIT, System.out);
        try (Engine engine = Engine.open(builder::translate, false)) {
            Facts facts = engine.whileItAnswers(
                    () -> new Measurement(engine, builder, Duration.ofSeconds(10)).of(Demo.reference()));
            // these throw where an image was not built or its service never answered
            facts.naive().answeringService();
            facts.multi().answeringService();
        }
    }

    /** Starts one; what it prints goes to {@code output} in that folder. */
    static Process start(Path folder, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(ARun.class.getName());
        command.add(folder.toString());
        ProcessBuilder run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        run.environment().putAll(environment);
        return run.start();
    }

    /** What all runs have started on an engine and not removed. */
    static List<Container> containers(DockerClient client) {
        return client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of("multistage.container"))
                .exec();
    }
}
