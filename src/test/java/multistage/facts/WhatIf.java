package multistage.facts;

import java.util.List;
import java.util.Optional;

/**
 * The multi-stage Dockerfile with one thing changed at a time, each really built and started.
 *
 * @param provenance when that was measured
 * @param engine the engine that built them
 * @param base the image that the build stage starts from
 * @param variations the Dockerfile as it stands first, then each change
 */
public record WhatIf(Provenance provenance, EngineFacts engine, Base base, List<Variation> variations) {

    public WhatIf {
        variations = List.copyOf(variations);
    }

    /**
     * One change and what came of it.
     *
     * @param name what is changed, {@code cgo}; {@code unchanged} for the Dockerfile as it stands
     * @param before the lines that are changed
     * @param after what stands in their place
     * @param failure why it did not build; empty where it did
     * @param bytes what the image's files weigh; empty where it was not built
     * @param layers how many layers it has; 0 where it was not built
     * @param files how many files it holds; 0 where it was not built
     * @param programBytes what its program weighs, where it could be read
     * @param answers whether its service answered as the lesson's does
     * @param trouble why it did not, in plain words, where that can be told
     * @param interpreter the dynamic loader that its program asks for
     * @param symbolTables the sections of symbols and debug information in its program
     * @param buildPaths absolute paths of source files in its program, the first few
     * @param provisions what its image has of what programs expect of a system
     */
    public record Variation(
            String name,
            List<String> before,
            List<String> after,
            Optional<Message> failure,
            Optional<Long> bytes,
            int layers,
            long files,
            Optional<Long> programBytes,
            boolean answers,
            Optional<Message> trouble,
            Optional<String> interpreter,
            List<String> symbolTables,
            List<String> buildPaths,
            List<Provision> provisions) {

        public Variation {
            before = List.copyOf(before);
            after = List.copyOf(after);
            symbolTables = List.copyOf(symbolTables);
            buildPaths = List.copyOf(buildPaths);
            provisions = List.copyOf(provisions);
        }
    }
}
