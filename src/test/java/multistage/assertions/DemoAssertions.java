package multistage.assertions;

import multistage.baseline.BaselineComparison;
import multistage.facts.BuildFacts;
import multistage.facts.Executable;
import multistage.facts.Image;
import multistage.facts.Service;

/** The way in: {@code assertThat(demo.multi().image()).hasLayers(1)}. */
public final class DemoAssertions {
    private DemoAssertions() {}

    /** Starts assertions on how a build went. */
    public static BuildAssert assertThat(BuildFacts build) {
        return new BuildAssert(build);
    }

    /** Starts assertions on a demo's facts beside the committed ones. */
    public static BaselineComparisonAssert assertThat(BaselineComparison comparison) {
        return new BaselineComparisonAssert(comparison);
    }

    /** Starts assertions on a built image. */
    public static ImageAssert assertThat(Image image) {
        return new ImageAssert(image);
    }

    /** Starts assertions on the program that an image runs. */
    public static ExecutableAssert assertThat(Executable executable) {
        return new ExecutableAssert(executable);
    }

    /** Starts assertions on a container of an image, as it was started and asked. */
    public static ServiceAssert assertThat(Service service) {
        return new ServiceAssert(service);
    }
}
