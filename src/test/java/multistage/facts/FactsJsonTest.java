package multistage.facts;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.whatIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FactsJsonTest {
    private final FactsJson json = new FactsJson();

    @Test
    void whatIsWrittenIsReadBackAsItWas() {
        assertThat(json.read(json.write(good()), Facts.class)).isEqualTo(good());
    }

    @Test
    void whatIsNotThereIsReadBackAsNotThere() {
        Facts halved = changed(good(), multi(notBuilt("go: command not found")));

        assertThat(json.read(json.write(halved), Facts.class)).isEqualTo(halved);
    }

    @Test
    void theEngineIsNamedWithItsVersionStoreAndAddress() {
        assertThat(json.write(good()))
                .contains(
                        "\"engine\" : {",
                        "\"name\" : \"Docker\"",
                        "\"version\" : \"28.5.2\"",
                        "\"store\" : \"overlay2\"",
                        "\"address\" : \"unix:///var/run/docker.sock\"");
    }

    @Test
    void onlyWhatWasMeasuredIsWritten() {
        assertThat(json.write(good())).doesNotContain("\"answeringService\"", "\"lastingHeaders\"", "\"historyBytes\"");
    }

    @Test
    void otherTextIsRefusedWithWhereItDeparts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.read("{\"demo\" : \"docker\",\n\"engine\" : 7}", Facts.class))
                .withMessageStartingWith("these are no facts: ")
                .withMessageContaining("line: 2");
    }

    @Test
    void whatAMergeByHandMayLeaveIsRefused() {
        String text = json.write(good());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.read(text + "{}", Facts.class))
                .withMessageContaining("Trailing token");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.read(text.replaceFirst("\\{", "{ \"demo\" : \"another\","), Facts.class))
                .withMessageContaining("Duplicate field 'demo'");
    }

    @Test
    void whatCameOfChangesIsReadBackAsItWas() {
        assertThat(json.read(json.write(whatIf()), WhatIf.class)).isEqualTo(whatIf());
    }
}
