package multistage.baseline;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.naiveInstructions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import multistage.baseline.fixtures.Moved;
import multistage.facts.Facts;
import multistage.facts.FactsJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final Facts ELSEWHERE = changed(good(), Moved.uponAnotherBase());
    private static final Facts ON_PODMAN =
            changed(good(), with("engine", changed(good().engine(), with("name", "Podman"))));

    @TempDir
    private Path folder;

    private Path committed;
    private Path review;

    @BeforeEach
    void name() {
        committed = folder.resolve("docker").resolve("baseline.json");
        review = folder.resolve("target").resolve("baseline.json");
    }

    @Test
    void factsThatHaveNotMovedLeaveNothingToReview() {
        update(good());

        BaselineComparison found = comparing().judge(good());

        assertThat(found.changes()).isEmpty();
        assertThat(found.baseline()).isEqualTo(committed.toString());
        assertThat(review).doesNotExist();
    }

    @Test
    void factsThatHaveMovedAreLeftForReviewAndTheCommittedOnesStay() throws IOException {
        update(good());
        String before = Files.readString(committed);

        assertThat(comparing().judge(Moved.only(Fact.USER)).changes()).hasSize(1);
        assertThat(committed).hasContent(before);
        assertThat(read(review)).isEqualTo(Baseline.of(Moved.only(Fact.USER)));
    }

    @Test
    void aBaseThatIsNotKnownYetIsLeftForReviewBesideTheOthers() {
        update(good());

        BaselineComparison found = comparing().judge(ELSEWHERE);

        assertThat(found.changes()).isEmpty();
        assertThat(found.notes()).hasSize(1);
        assertThat(read(review).bases())
                .containsExactly(
                        Baseline.of(good()).bases().get(0),
                        Baseline.of(ELSEWHERE).bases().get(0));
    }

    @Test
    void anUpdateCommitsToWhatIsMeasured() {
        BaselineComparison found = update(good());

        assertThat(found.rewritten()).isTrue();
        assertThat(found.changes()).isEmpty();
        assertThat(read(committed)).isEqualTo(Baseline.of(good()));
        assertThat(comparing().judge(good()).rewritten()).isFalse();
    }

    @Test
    void anUpdateReplacesWhatWasKnownOfTheSameBaseAndKeepsTheOthers() {
        update(good());
        update(ELSEWHERE);
        update(changed(good(), Moved.aptGetBrings(49_000_000)));

        assertThat(read(committed).bases())
                .containsExactly(
                        Baseline.of(changed(good(), Moved.aptGetBrings(49_000_000)))
                                .bases()
                                .get(0),
                        Baseline.of(ELSEWHERE).bases().get(0));
    }

    @Test
    void anUpdateKeepsWhatAnotherKindOfEngineWeighed() {
        update(good());
        update(ON_PODMAN);

        assertThat(read(committed).bases())
                .singleElement()
                .satisfies(base -> assertThat(base.steps()).containsOnlyKeys("file bytes", "tar bytes"));
        assertThat(comparing().judge(good()).notes()).isEmpty();
        assertThat(comparing().judge(ON_PODMAN).notes()).isEmpty();
    }

    @Test
    void whatIsKnownOfAnotherDockerfileIsNotKept() {
        update(ELSEWHERE);
        update(changed(good(), naive(Moved.saying(naiveInstructions().subList(0, 3)))));

        assertThat(read(committed).bases()).hasSize(1);
    }

    @Test
    void theSameFactsGiveTheSameFile() throws IOException {
        update(good());
        String first = Files.readString(committed);
        update(good());

        assertThat(committed).hasContent(first);
        assertThat(first).endsWith("}\n").contains("\"0755 /hello\"\n");
    }

    @Test
    void anUpdateInCiIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of(committed, review, "update", "true"))
                .withMessageStartingWith("-Dbaseline=update is refused where CI=true")
                .withMessageContaining("commit it as " + committed);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "false")
    void elsewhereItIsNot(String ci) {
        Gate.of(committed, review, "update", ci).judge(good());

        assertThat(committed).exists();
    }

    @Test
    void whetherItIsToUpdateIsKnownBeforeItJudges() {
        assertThat(updating().isUpdate()).isTrue();
        assertThat(comparing().isUpdate()).isFalse();
    }

    @Test
    void anotherOptionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of(committed, review, "renew", null))
                .withMessage("-Dbaseline=renew is not known; it takes: update");
    }

    @Test
    void withoutACommittedFileItSaysWhatToDo() {
        assertThatExceptionOfType(BaselineUnreadable.class)
                .isThrownBy(() -> comparing().judge(good()))
                .withMessage("there is no " + committed + " to compare with: take it back from version control,"
                        + " or mvn test -Dbaseline=update makes one of what is measured now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"schema\" : 1}",
                "{\"schema\" : 1, \"multi\" : 7}",
                "{\"schema\" : 1, \"multi\" : {}, \"naive\" : {\"dockerfile\" : []}, \"bases\" : []}",
                "{\"schema\" : 1, \"multi\" : {}, \"naive\" : {\"dockerfile\" : [7]}, \"bases\" : []}",
                "{\"schema\" : 1, \"multi\" : {}, \"naive\" : {\"dockerfile\" : [\"FROM a\"]}, \"bases\" : {}}",
                "{\"schema\" : 1, \"schema\" : 1}",
                "{\"schema\" : 1} {}"
            })
    void aBrokenFileIsNamedAndStaysAsItIs(String text) throws IOException {
        write(text);

        for (Gate gate : List.of(comparing(), updating())) {
            assertThatExceptionOfType(BaselineUnreadable.class)
                    .isThrownBy(() -> gate.judge(good()))
                    .withMessageStartingWith(committed + " is broken: ")
                    .withMessageContaining("\nWhat to do: ");
        }
        assertThat(committed).hasContent(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"user\" : \"\" | \"user\" : \"\", \"madeUp\" : [ ] | madeUp", "\"user\" : \"\",  | '' | user"})
    void aFileWhoseRecordsHadOtherComponentsIsToldAsThat(String now, String then, String component) throws IOException {
        update(good());
        replaceFirst(now, then);

        assertThatExceptionOfType(BaselineUnreadable.class)
                .isThrownBy(() -> comparing().judge(good()))
                .withMessageStartingWith(committed + " is of another form than this version writes: ")
                .withMessageContaining(component)
                .withMessageContaining(
                        "\nWhat to do: if the suite has changed, mvn test -Dbaseline=update writes it anew");
    }

    @Test
    void anUpdateOfItWritesItAnewAndKeepsTheOtherBases() throws IOException {
        update(ELSEWHERE);
        replaceFirst("\"user\" : \"\"", "\"user\" : \"\", \"madeUp\" : [ ]");

        BaselineComparison found = updating().judge(good());

        assertThat(found.notes()).isEmpty();
        assertThat(read(committed).bases())
                .containsExactly(
                        Baseline.of(ELSEWHERE).bases().get(0),
                        Baseline.of(good()).bases().get(0));
    }

    @Test
    void butNotThoseThatAreOfAnotherFormThemselves() throws IOException {
        update(ELSEWHERE);
        replaceFirst("\"standIn\" : false,", "");

        BaselineComparison found = updating().judge(good());

        assertThat(read(committed)).isEqualTo(Baseline.of(good()));
        assertThat(found.notes()).containsExactly("of 1 of its bases the entries could not be read, and are gone");
    }

    @Test
    void aFileOfANewerSchemaIsNotTakenForABrokenOne() throws IOException {
        write("{\"schema\" : 2, \"images\" : []}");

        assertThatExceptionOfType(BaselineUnreadable.class)
                .isThrownBy(() -> comparing().judge(good()))
                .withMessage(committed + " is written in schema 2, and this version reads schema 1:"
                        + " take the version of this suite that wrote it, or a newer one");
    }

    @Test
    void whatAnEarlierRunLeftForReviewIsForgotten() throws IOException {
        Files.createDirectories(review.getParent());
        Files.writeString(review, "{}");

        comparing().forgetEarlier();
        comparing().forgetEarlier();

        assertThat(review).doesNotExist();
    }

    private BaselineComparison update(Facts facts) {
        return updating().judge(facts);
    }

    private Gate updating() {
        return Gate.of(committed, review, "update", null);
    }

    private Gate comparing() {
        return Gate.of(committed, review, null, "true");
    }

    private void replaceFirst(String now, String then) throws IOException {
        String text = Files.readString(committed);
        assertThat(text).contains(now);
        write(text.replaceFirst(Pattern.quote(now), then));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(committed.getParent());
        Files.writeString(committed, text);
    }

    private static Baseline read(Path file) {
        try {
            return new FactsJson().read(Files.readString(file), Baseline.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
