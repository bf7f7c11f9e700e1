package multistage.docker;

import java.nio.file.*;
import java.util.*;
import multistage.demo.Demo;
import multistage.docker.fixtures.OpenEngine;
import multistage.facts.*;
import org.junit.jupiter.api.Test;

class TryIT {
    @Test
    void all() throws Exception {
        try (OpenEngine open = OpenEngine.withLogsIn(Path.of("/tmp/hb/logs")); var demos = Files.list(Path.of(System.getProperty("try", "/tmp/hb/field")))) {
            for (Path p : demos.sorted().toList()) {
                BuildFacts b = open.build(new Demo(p.getFileName().toString(), p), Variant.MULTI, open.engine().newImageName(Variant.MULTI));
                System.out.println("=====> " + p.getFileName() + " line " + b.failedAt() + " outside " + b.failedOutside() + " bases " + b.bases() + " cached " + b.cached() + " " + b.took());
                System.out.println(b.failure().map(Message::english).orElse("built"));
            }
        }
    }
}
