package multistage.console;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.facts.Base;
import multistage.facts.EngineFacts;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.facts.Variant;
import multistage.words.Messages;

/** What a run says on the console beside its claims: what it measures on, what there is to know of that, and what it leaves. */
public final class Announcements {
    private final Messages messages;
    private final PrintStream console;

    /**
     * @param messages what says them in the run's language
     * @param console where they show
     */
    public Announcements(Messages messages, PrintStream console) {
        this.messages = messages;
        this.console = console;
    }

    /** Which engine it is, and where. */
    public void engine(EngineFacts engine) {
        say(Message.of("Engine: %s", engine.toString()));
    }

    /** Which images are not what their names say: of the bases that the demo's builds named, and not of all that the engine may have. */
    public void standIns(Facts facts) {
        facts.both()
                .flatMap(image -> image.ifBuilt().stream())
                .flatMap(image -> image.builtFrom().stream())
                .filter(Base::standIn)
                .map(Base::name)
                .distinct()
                .map(name -> Message.of(
                        "Base:   %s is a stand-in on this engine: what is measured with it is not the official image's",
                        name))
                .forEach(this::say);
    }

    /** @param open why containers may reach the internet; empty where they cannot, and nothing is said */
    public void network(Optional<String> open) {
        open.map(why -> Message.of("Network: containers may reach the internet: %s", why))
                .ifPresent(this::say);
    }

    /** Under which names the images that were built are to be found. */
    public void kept(Facts facts) {
        Stream.of(Variant.values())
                .filter(variant -> facts.of(variant).ifBuilt().isPresent())
                .map(Variant::lessonName)
                .map(name -> Message.of("Kept:   %s (docker history %s)", name, name))
                .forEach(this::say);
    }

    /** Where the answers lie. */
    public void answers(Path page) {
        say(Message.of("Answers: %s", page.toString()));
    }

    private void say(Message message) {
        console.println(messages.say(message));
    }
}
