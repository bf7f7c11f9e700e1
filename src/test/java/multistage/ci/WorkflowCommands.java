package multistage.ci;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * When GitHub Actions looks for commands in what is printed. It looks at every line's start, and for those of the older kind,
 * {@code ##[…]}, even in the middle of one: what a build or a container prints could annotate files, hide words or end the commands. So
 * none is looked for but in the lines that are meant as such. Source: GitHub, "Workflow commands", "Stopping and starting workflow
 * commands", and for where in a line the runner looks, its ActionCommand and OutputManager.
 */
final class WorkflowCommands {
    /** Known to nothing whose words are printed. */
    private final String token = "multistage-" + UUID.randomUUID();

    /** Has GitHub look for none until {@link #only}, and after it. */
    String stop() {
        return "::stop-commands::" + token;
    }

    /** Has GitHub look for commands in these lines and in no others. */
    List<String> only(List<String> lines) {
        return Stream.of(Stream.of("::" + token + "::"), lines.stream(), Stream.of(stop()))
                .flatMap(some -> some)
                .toList();
    }
}
