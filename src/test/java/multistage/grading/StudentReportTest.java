package multistage.grading;

import static multistage.grading.fixtures.ExampleClass.counting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.answers.fixtures.Examples;
import multistage.answers.fixtures.FailedAnswers;
import multistage.facts.FactsJson;
import multistage.outcome.Judged;
import multistage.outcome.Outcome.Verdict;
import multistage.words.Catalogue;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudentReportTest {
    private static final Optional<Duration> TOOK = Optional.of(Duration.ofSeconds(8));

    @TempDir
    private Path folder;

    @Test
    void oneDemoAndOneStudentOfAClassLeaveTheSameUnderAnotherName() {
        StudentReport.ofOne(folder.resolve("one"), Language.FRENCH, Map.of())
                .write("Zoé", Examples.held(), counting(), TOOK);
        StudentReport.inClass(folder.resolve("two"), Language.FRENCH, Map.of())
                .write("Zoé", Examples.held(), counting(), TOOK);

        assertThat(folder.resolve("one").toFile().list())
                .containsExactlyInAnyOrder("index.html", "facts.json", "results.json");
        assertThat(folder.resolve("two").toFile().list())
                .containsExactlyInAnyOrder("answers.html", "facts.json", "results.json");
        assertThat(folder.resolve("one/index.html")).hasSameTextualContentAs(folder.resolve("two/answers.html"));
    }

    @Test
    void aGradeTellsWhatThereIsToTellOfADemoThatHoldsEverything() {
        Grade grade = write(Examples.held());

        assertThat(grade.student()).isEqualTo("Zoé Lefèvre");
        assertThat(grade.folder()).isEqualTo("Zoé");
        assertThat(grade.points()).isEqualTo(grade.of()).isEqualTo(counting().size());
        assertThat(grade.multiBytes()).contains(5_062_808L);
        assertThat(grade.naiveBytes()).isPresent();
        assertThat(grade.answers()).isTrue();
        assertThat(grade.measured())
                .isEqualTo(Examples.held().facts().provenance().measured());
        assertThat(grade.took()).isEqualTo(TOOK);
        assertThat(grade.trouble()).isEmpty();
    }

    @Test
    void whereOneImageDoesNotBuildTheOtherBringsItsPoints() {
        Grade grade = write(FailedAnswers.judged());

        assertThat(grade.points()).isPositive().isLessThan(grade.of());
        assertThat(grade.mark("NaiveImageTest.builds"))
                .hasValueSatisfying(mark -> assertThat(mark.points()).isEqualTo(1));
        assertThat(grade.mark("MultiStageImageTest.answers")).hasValueSatisfying(mark -> {
            assertThat(mark.verdict()).isEqualTo(Verdict.NOT_JUDGED);
            assertThat(mark.points()).isZero();
        });
        assertThat(grade.answers()).isFalse();
        assertThat(grade.multiBytes()).isEmpty();
        assertThat(grade.naiveBytes()).isPresent();
    }

    @Test
    void aClaimThatDidNotRunBringsNothing() {
        Judged none = new Judged(Examples.held().facts(), List.of(), Optional.empty());

        assertThat(write(none).points()).isZero();
        assertThat(write(none).of()).isEqualTo(counting().size());
    }

    @Test
    void theClaimThatRanksAnImageIsOneThatCounts() {
        assertThat(Catalogue.read(Language.ENGLISH).claims()).contains(StudentReport.ANSWERS);
        assertThat(counting()).contains(StudentReport.ANSWERS);
    }

    @Test
    void theFactsAreAllThatThePageIsMadeFrom() throws IOException {
        write(FailedAnswers.judged());
        byte[] page = Files.readAllBytes(folder.resolve("Zoé/answers.html"));

        write(new FactsJson().read(Files.readString(folder.resolve("Zoé/facts.json")), Judged.class));

        assertThat(folder.resolve("Zoé/answers.html")).hasBinaryContent(page);
    }

    private Grade write(Judged judged) {
        return StudentReport.inClass(folder.resolve("Zoé"), Language.FRENCH, Map.of())
                .write("Zoé Lefèvre", judged, counting(), TOOK);
    }
}
