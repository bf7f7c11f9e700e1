package multistage.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsTest {
    @Test
    void theAnswersHaveTheseBlocksInThisOrder() {
        assertThat(Commands.read().keySet())
                .containsExactly("build", "sizes", "layers", "history", "run", "slip", "slip-mended");
    }

    @Test
    void theLessonsSlipStandsAsTheLessonHasIt() {
        assertThat(Commands.read().get("slip")).containsExactly("docker inspect image xample/multistaged-builds");
    }

    @Test
    void aBlockIsItsLinesUpToTheNextName() {
        assertThat(Commands.parse("# one\nls -l\n\ncat 'a # b'\n\n# two\npwd\n"))
                .isEqualTo(Map.of("one", List.of("ls -l", "cat 'a # b'"), "two", List.of("pwd")));
    }

    @Test
    void blocksStandInTheOrderOfTheFile() {
        assertThat(Commands.parse("# z\nls\n# a\nls\n# m\nls\n").keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void aCommandWithoutANameIsShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Commands.parse("ls\n# one\npwd\n"))
                .withMessage("commands.sh cannot be shown: no comment with a name stands before \"ls\"");
    }

    @Test
    void aNameThatStandsTwiceIsShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Commands.parse("# one\nls\n# one\npwd\n"))
                .withMessage("commands.sh cannot be shown: there are two blocks \"# one\"");
    }

    @Test
    void aBlockWithoutCommandsIsShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Commands.parse("# one\n# two\nls\n"))
                .withMessage("commands.sh cannot be shown: the block \"# one\" has no commands");
    }

    @Test
    void whatWasReadCannotBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Commands.read().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Commands.read().get("build").clear());
    }
}
