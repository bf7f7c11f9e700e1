package multistage.ci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import multistage.page.Document;

/**
 * What a run tells the CI system that runs it: on GitHub Actions by annotations and on its job's page, on GitLab by a file, which
 * is written everywhere.
 */
public final class CiReport {
    private static final String CODE_QUALITY = "gl-code-quality-report.json";

    private final Path codeQuality;
    private final Optional<WorkflowCommands> github;
    private final StepSummary jobPage;

    /**
     * @param folder where the file is left
     * @param environment the run's; GITHUB_ACTIONS=true makes it one on GitHub Actions, and GITHUB_STEP_SUMMARY names
     *     its job's page
     */
    public CiReport(Path folder, Map<String, String> environment) {
        this.codeQuality = folder.resolve(CODE_QUALITY);
        this.github = Optional.of(environment)
                .filter(variables -> "true".equals(variables.get("GITHUB_ACTIONS")))
                .map(there -> new WorkflowCommands());
        this.jobPage = new StepSummary(environment.get("GITHUB_STEP_SUMMARY"));
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

    /**
     * Adds a document to the job's page, as far as there is room.
     *
     * @param document made where there is such a page, and nowhere else
     * @param rest says where all of it is, where there is not room for it
     */
    public void show(Supplier<Document> document, String rest) {
        jobPage.add(document, rest);
    }
}
