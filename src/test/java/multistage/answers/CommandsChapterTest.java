package multistage.answers;

import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.answers.fixtures.Told;
import multistage.page.Section;
import multistage.words.Language;
import org.junit.jupiter.api.Test;

class CommandsChapterTest {
    private final Map<String, List<String>> commands = Stream.of(
                    "build", "sizes", "layers", "history", "run", "slip", "slip-mended")
            .collect(Collectors.toMap(name -> name, name -> List.of("docker " + name, "echo " + name)));

    @Test
    void everyCommandStandsOnceInTheLessonsOrder() {
        assertThat(Told.lines(section(commands).blocks()))
                .filteredOn(line -> line.startsWith("$ docker"))
                .containsExactly(
                        "$ docker build",
                        "$ docker sizes",
                        "$ docker layers",
                        "$ docker history",
                        "$ docker run",
                        "$ docker slip",
                        "$ docker slip-mended");
    }

    @Test
    void commandsThatThereAreNotAreNamed() {
        Map<String, List<String>> without = new HashMap<>(commands);
        without.remove("slip");

        assertThatIllegalStateException()
                .isThrownBy(() -> section(without))
                .withMessage("there are no commands called slip");
    }

    private static Section section(Map<String, List<String>> commands) {
        return new CommandsChapter(new Phrases(Language.ENGLISH, good()), commands).section();
    }
}
