package multistage.ci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run tells the CI system that runs it: annotations on GitHub Actions, a file for GitLab that is written everywhere. */
public final class CiReport {
    private static final String CODE_QUALITY = "gl-code-quality-report.json";

    private final Path codeQuality;
    private final Optional<WorkflowCommands> github;

    /**
     * @param folder where the file is left
     * @param environment the run's; GITHUB_ACTIONS=true makes it one on GitHub Actions
     */
    public CiReport(Path folder, Map<String, String> environment) {
        this.codeQuality = folder.resolve(CODE_QUALITY);
        this.github = Optional.of(environment)
                .filter(variables -> "true".equals(variables.get("GITHUB_ACTIONS")))
                .map(there -> new WorkflowCommands());
    }

    /** Before anything is printed that others wrote: removes what an earlier run left, and has no words taken for commands. */
    public void begin() {
        try {
            Files.deleteIfExists(codeQuality);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        github.ifPresent(commands -> System.out.println(commands.stop()));
    }

    /** Tells what was found, if anything was. */
    public void tell(List<Finding> findings) {
        try {
            Files.createDirectories(codeQuality.getParent());
            Files.writeString(codeQuality, CodeQuality.report(findings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        github.filter(there -> !findings.isEmpty())
                .ifPresent(
                        commands -> commands.only(Annotations.lines(findings)).forEach(System.out::println));
    }
}
