package multistage.claim;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import multistage.answers.Language;
import multistage.ci.CiReport;
import multistage.ci.Findings;
import multistage.facts.Facts;

/** A run on nothing: its options were refused. */
final class NoRun extends Run {
    private final RuntimeException refused;
    private final CiReport ci = new CiReport(Path.of("target"), System.getenv());

    /** @param refused why they were */
    NoRun(RuntimeException refused) {
        super(Language.ENGLISH);
        this.refused = refused;
    }

    @Override
    void begin() {
        ci.begin();
    }

    @Override
    void measure() {
        throw refused;
    }

    @Override
    Stream<Facts> measuredFacts() {
        return Stream.empty();
    }

    @Override
    void tell() {
        throw new IllegalStateException("there is nothing to tell of no run", refused);
    }

    @Override
    void tellThatNothingWasMeasured(String why) {
        System.out.println("\n" + why);
        ci.tell(List.of(Findings.nothingMeasured(why)));
    }
}
