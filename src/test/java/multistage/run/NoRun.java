package multistage.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.answers.Report;
import multistage.facts.Facts;
import multistage.words.Language;

/** A run on nothing: its options were refused. */
final class NoRun extends GradedRun {
    private final RuntimeException refused;

    private final Path folder;

    /**
     * @param refused why they were
     * @param folder where runs of any kind leave what they found
     * @param environment what tells which CI system this is
     */
    NoRun(RuntimeException refused, Path folder, Map<String, String> environment) {
        super(Language.ENGLISH, folder, environment, List.of());
        this.refused = refused;
        this.folder = folder;
    }

    @Override
    void begin() {
        super.begin();
        new Report(folder, language).forget();
        LessonRun.gate(folder, Optional.empty()).forgetEarlier();
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
}
