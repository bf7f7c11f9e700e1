package multistage.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import multistage.ci.fixtures.GitHubRunner;
import org.junit.jupiter.api.Test;

class WorkflowCommandsTest {
    private static final List<String> OTHERS = List.of(
            "::error::injected",
            "  ::add-mask::e",
            "multi | #6 0.1 ##[error]injected",
            "::stop-commands::mine",
            "::mine::",
            "multi | ##[set-output name=a]b");

    private final WorkflowCommands commands = new WorkflowCommands();

    @Test
    void withoutThemWhatOthersPrintWouldBeObeyed() {
        assertThat(GitHubRunner.obeyed(OTHERS))
                .containsExactly("error: injected", "add-mask: e", "error: injected", "set-output: name=a b");
    }

    @Test
    void onlyWhatIsMeantAsACommandIsObeyed() {
        List<String> printed = new ArrayList<>(List.of(commands.stop()));
        printed.addAll(OTHERS);
        printed.addAll(commands.only(List.of("::error::ours")));
        printed.addAll(OTHERS);

        assertThat(GitHubRunner.obeyed(printed)).containsExactly("error: ours");
    }

    @Test
    void whatHasThemLookedForAgainIsAnotherInEveryRun() {
        assertThat(commands.stop())
                .matches("::stop-commands::multistage-[0-9a-f-]{36}")
                .isNotEqualTo(new WorkflowCommands().stop());
    }
}
