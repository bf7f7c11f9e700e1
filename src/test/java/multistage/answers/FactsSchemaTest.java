package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.whatIf;
import static multistage.outcome.Outcome.Verdict.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import multistage.answers.fixtures.FactsSchema;
import multistage.answers.fixtures.Golden;
import multistage.facts.Facts;
import multistage.facts.FactsJson;
import multistage.facts.Message;
import multistage.outcome.Judged;
import multistage.outcome.Outcome;
import org.junit.jupiter.api.Test;

class FactsSchemaTest {
    private static final String SCHEMA = FactsSchema.of(Judged.class).toPrettyString() + "\n";

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA);

    @Test
    void theCommittedSchemaIsThatOfTheRecords() {
        Golden.assertMatches(Path.of("docs", "facts.schema.json"), SCHEMA);
    }

    @Test
    void whatARunWritesIsInThisForm() {
        Facts halved = changed(good(), multi(notBuilt("go: command not found")));
        Outcome failed = new Outcome(
                "MultiStageImageTest.builds", FAILED, Message.verbatim("the multi-stage image does not build"));

        assertThat(problems(new Judged(good(), List.of(), Optional.of(whatIf()))))
                .isEmpty();
        assertThat(problems(new Judged(halved, List.of(failed), Optional.empty())))
                .isEmpty();
    }

    @Test
    void otherJsonIsNot() {
        String other = new FactsJson()
                .write(new Judged(good(), List.of(), Optional.empty()))
                .replace("\"engineSize\" : 5062808", "\"engineSize\" : \"5 MB\"")
                .replace("\"standIn\"", "\"standin\"");

        assertThat(schema.validate(other, InputFormat.JSON))
                .extracting(Object::toString)
                .anyMatch(problem -> problem.contains("engineSize"))
                .anyMatch(problem -> problem.contains("standin"));
    }

    @Test
    void everythingIsDescribedInAWholeLine() {
        assertThat(FactsSchema.of(Judged.class).findValuesAsText("description"))
                .hasSizeGreaterThan(80)
                .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("{@", "*", "\n"));
    }

    @Test
    void aComponentWithoutDescriptionIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactsSchema.of(Undescribed.class))
                .withMessageEndingWith("Undescribed does not describe its component weight");
    }

    @Test
    void aTypeThatHasNoFormIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactsSchema.of(Formless.class))
                .withMessage("facts.json has no form for class java.lang.Object");
    }

    private List<?> problems(Judged judged) {
        return schema.validate(new FactsJson().write(judged), InputFormat.JSON);
    }

    /** Something with a weight. */
    private record Undescribed(long weight) {}

    /**
     * Something.
     *
     * @param thing anything
     */
    private record Formless(Object thing) {}
}
