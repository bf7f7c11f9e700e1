package multistage.run;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.service;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import multistage.facts.Facts;
import multistage.facts.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTroubleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "the multi-stage image does not build: failed to copy: No space left on device",
                "does not build: Dockerfile-multi, line 3\nits log:\n  go: writing: no space left on device\n  exit 1"
            })
    void aFullDiskIsNoStudentsDoing(String failure) {
        assertThat(EngineTrouble.reason(changed(good(), multi(notBuilt(failure)))))
                .hasValueSatisfying(reason -> assertThat(failure).contains(reason))
                .hasValueSatisfying(
                        reason -> assertThat(reason).doesNotContain("\n").isEqualTo(reason.strip()));
    }

    @Test
    void whatIsNoDoingOfTheOneWhoWroteTheDockerfileIsNotJudged() {
        Facts outside = changed(
                good(),
                multi(notBuilt(
                        "the image cannot be built: the registry is not in reach\nthe engine said: no such host")),
                multi(half -> changed(half, with("build", changed(half.build(), with("failedOutside", true))))));

        assertThat(EngineTrouble.reason(outside)).contains("the image cannot be built: the registry is not in reach");
        assertThat(EngineTrouble.buildTrouble(outside)).isPresent();
    }

    @Test
    void soIsAnEngineThatStartsNoContainerOrIsNotReadToTheEnd() {
        Message full = Message.verbatim("write layer.tar: no space left on device");

        assertThat(EngineTrouble.reason(changed(good(), multi(service(with("trouble", Optional.of(full)))))))
                .contains("write layer.tar: no space left on device");
        assertThat(EngineTrouble.reason(changed(good(), multi(image(with("contentTrouble", Optional.of(full)))))))
                .contains("write layer.tar: no space left on device");
    }

    @Test
    void whatElseKeepsAnImageFromBuildingIs() {
        assertThat(EngineTrouble.reason(changed(good(), multi(notBuilt("COPY main.go: there is no main.go")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bash: fork: retry: Resource temporarily unavailable",
                "go: runtime: failed to create new OS thread",
                "compile: signal: killed",
                "runc run failed: unable to start container process: can't get final child's PID from pipe: EOF",
                "did not complete successfully: exit code: 137"
            })
    void aBuildThatMayStartNothingMoreOrGetsNoMoreMemoryMayDoAlone(String log) {
        Facts facts = changed(good(), multi(notBuilt("it does not build\n  " + log)));

        assertThat(EngineTrouble.isStarved(facts)).isTrue();
        assertThat(EngineTrouble.reason(facts)).isEmpty();
    }

    @Test
    void aBuildThatFailsForAnotherReasonWillNot() {
        assertThat(EngineTrouble.isStarved(changed(good(), multi(notBuilt("main.go:3: undefined: fmt, exit code: 1")))))
                .isFalse();
        assertThat(EngineTrouble.isStarved(good())).isFalse();
    }

    @Test
    void whoseImagesBuiltHasNothingToExcuse() {
        assertThat(EngineTrouble.reason(good())).isEmpty();
    }
}
