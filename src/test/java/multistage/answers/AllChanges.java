package multistage.answers;

import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.with;
import static multistage.facts.ExampleFacts.whatIf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.facts.WhatIf;
import multistage.facts.WhatIf.Variation;

/** Every change of the Dockerfile that the answers explain: as many rows as that table ever has. */
final class AllChanges {
    private static final String BUILD = "RUN CGO_ENABLED=0 go build -o /hello -ldflags=\"-s -w\" -trimpath ./main.go";

    private AllChanges() {}

    static WhatIf measured() {
        Variation unchanged = whatIf().variations().get(0);
        Stream<Variation> more = Stream.of(
                changed(
                        unchanged,
                        with("name", "without-strip"),
                        with("after", List.of(BUILD.replace(" -ldflags=\"-s -w\"", ""))),
                        with("bytes", Optional.of(7_610_000L))),
                changed(
                        unchanged,
                        with("name", "without-trimpath"),
                        with("after", List.of(BUILD.replace(" -trimpath", ""))),
                        with("bytes", Optional.of(5_070_000L)),
                        with("buildPaths", List.of("/usr/local/go/src/internal/abi/abi.go"))),
                changed(
                        unchanged,
                        with("name", "two-binaries"),
                        with("after", List.of("COPY --from=build /hello /hello", "COPY --from=build /hello /again")),
                        with("bytes", Optional.of(10_125_616L)),
                        with("layers", 2)),
                changed(
                        unchanged,
                        with("name", "shell-form"),
                        with("after", List.of("ENTRYPOINT /hello")),
                        with("answers", false)));
        List<Variation> all =
                Stream.concat(whatIf().variations().stream(), more).toList();
        return changed(whatIf(), with("variations", all));
    }
}
