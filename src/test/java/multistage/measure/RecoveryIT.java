package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Container;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import multistage.build.fixtures.OpenEngine;
import multistage.demo.Demo;
import multistage.facts.Variant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real engine with nothing in its way has recovered; one on which nothing starts is not waited for beyond the limit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoveryIT {
    @AutoClose
    private OpenEngine open;

    @BeforeAll
    void open(@TempDir Path logs) {
        open = OpenEngine.withLogsIn(logs);
    }

    @Test
    void anEngineOnWhichAContainerStartsHasRecovered() {
        assertThat(Recovery.comesWithin(Duration.ofMinutes(1), open.engine(), "golang:1.23"))
                .isTrue();
        assertThat(containers()).isEmpty();
    }

    @Test
    void anEngineOnWhichNoneStartsHasNot() {
        String withoutPrograms = open.engine().newImageName(Variant.MULTI);
        assertThat(open.build(Demo.reference(), Variant.MULTI, withoutPrograms).failure())
                .isEmpty();

        assertThat(Recovery.comesWithin(Duration.ofSeconds(1), open.engine(), withoutPrograms))
                .isFalse();
        assertThat(containers()).isEmpty();
    }

    private List<Container> containers() {
        return open.engine()
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(open.engine().containerLabels())
                .exec();
    }
}
