package multistage.console;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.golang;
import static multistage.facts.fixtures.ExampleFacts.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import multistage.facts.Base;
import multistage.words.Language;
import multistage.words.Messages;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Announcements announcements =
            new Announcements(Messages.in(Language.ENGLISH), new PrintStream(console, true, StandardCharsets.UTF_8));

    @Test
    void theEngineAndTheAnswersAreNamed() {
        announcements.engine(good().engine());
        announcements.answers(Path.of("answers"));

        assertThat(said()).containsExactly("Engine: " + good().engine(), "Answers: answers");
    }

    @Test
    void aStandInThatBothImagesAreBuiltFromIsNamedOnce() {
        List<Base> standIn = List.of(changed(golang(), with("standIn", true)));

        announcements.standIns(
                changed(good(), naive(image(with("builtFrom", standIn))), multi(image(with("builtFrom", standIn)))));

        assertThat(said())
                .containsExactly("Base:   golang:1.23 is a stand-in on this engine: what is measured with it is not the"
                        + " official image's");
    }

    @Test
    void ofANetworkThatIsClosedNothingIsSaid() {
        announcements.network(Optional.empty());
        announcements.network(Optional.of("no such option"));

        assertThat(said()).containsExactly("Network: containers may reach the internet: no such option");
    }

    @Test
    void onlyWhatWasBuiltIsKept() {
        announcements.kept(changed(good(), multi(notBuilt("no"))));

        assertThat(said()).containsExactly("Kept:   example/naive (docker history example/naive)");
    }

    private List<String> said() {
        return console.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
