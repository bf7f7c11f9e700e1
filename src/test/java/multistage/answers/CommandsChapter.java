package multistage.answers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.page.Block;
import multistage.page.Section;

/** The lesson's commands as they work, and its two slips. */
final class CommandsChapter {
    private final Phrases phrases;
    private final Map<String, List<String>> commands;

    /** @param commands lines to type, by the names that commands.sh gives them */
    CommandsChapter(Phrases phrases, Map<String, List<String>> commands) {
        this.phrases = phrases;
        this.commands = commands;
    }

    Section section() {
        return new Section(
                "slips",
                phrases.plain("slips"),
                List.of(
                        phrases.says("slips.answer"),
                        phrases.says("slips.names"),
                        typed("build"),
                        phrases.says("slips.look"),
                        typed("sizes", "layers", "history"),
                        phrases.says("slips.run"),
                        typed("run"),
                        phrases.says("slips.inspect"),
                        typed("slip"),
                        phrases.says("slips.inspect.mended"),
                        typed("slip-mended")));
    }

    private Block typed(String... names) {
        return new Block.Commands(
                Stream.of(names).flatMap(name -> lines(name).stream()).toList());
    }

    private List<String> lines(String name) {
        return Optional.ofNullable(commands.get(name))
                .orElseThrow(() -> new IllegalStateException("there are no commands called " + name));
    }
}
