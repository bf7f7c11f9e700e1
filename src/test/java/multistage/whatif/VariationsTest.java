package multistage.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import multistage.demo.Demo;
import multistage.facts.Variant;
import multistage.whatif.Variations.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VariationsTest {
    @Test
    void theyAreToldInThisOrder() {
        assertThat(Stream.of(Variations.values()).map(Variations::word))
                .containsExactly(
                        "unchanged",
                        "cgo",
                        "without-strip",
                        "without-trimpath",
                        "final-golang",
                        "final-debian",
                        "two-binaries",
                        "shell-form");
    }

    @Test
    void theDockerfileAsItStandsIsTheFirst() {
        assertThat(Variations.UNCHANGED.in("FROM scratch\n"))
                .isEqualTo(new Change("FROM scratch\n", List.of(), List.of()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNCHANGED")
    void eachChangesTheReferenceDockerfileInTheLinesThatItTells(Variations variation) throws IOException {
        String reference = Files.readString(Demo.reference().dockerfile(Variant.MULTI));

        Change change = variation.in(reference);

        assertThat(change.before()).isNotEqualTo(change.after());
        assertThat(change.dockerfile())
                .isEqualTo(reference.replace(
                        String.join("\n", change.before()) + "\n", String.join("\n", change.after()) + "\n"));
    }

    @Test
    void aPartOfALineIsToldAsTheWholeLine() {
        assertThat(Variations.CGO.in("FROM golang:1.23\nRUN CGO_ENABLED=0 go build\nFROM scratch\n"))
                .isEqualTo(new Change(
                        "FROM golang:1.23\nRUN CGO_ENABLED=1 go build\nFROM scratch\n",
                        List.of("RUN CGO_ENABLED=0 go build"),
                        List.of("RUN CGO_ENABLED=1 go build")));
    }

    @Test
    void aLineThatIsAddedIsToldBelowTheOneBeforeIt() {
        Change change =
                Variations.TWO_BINARIES.in("FROM scratch\nCOPY --from=builder /hello /hello\nCMD [\"/hello\"]\n");

        assertThat(change.before()).containsExactly("COPY --from=builder /hello /hello");
        assertThat(change.after())
                .containsExactly("COPY --from=builder /hello /hello", "COPY --from=builder /hello /hello-again");
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(Variations.SHELL_FORM.in("FROM scratch\nENTRYPOINT [\"/hello\"]"))
                .isEqualTo(new Change(
                        "FROM scratch\nENTRYPOINT /hello",
                        List.of("ENTRYPOINT [\"/hello\"]"),
                        List.of("ENTRYPOINT /hello")));
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variations.CGO.in("RUN go build\n"))
                .withMessage(
                        "the variation cgo changes \"CGO_ENABLED=0\", which must stand in the Dockerfile once and is"
                                + " there not at all; make Variations.CGO fit the Dockerfile");
    }

    @Test
    void whatIsThereTwiceLeavesOpenWhichIsMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variations.FINAL_DEBIAN.in("FROM scratch\nFROM scratch\n"))
                .withMessageContaining(
                        "\"FROM scratch\", which must stand in the Dockerfile once and is there more than once");
    }
}
