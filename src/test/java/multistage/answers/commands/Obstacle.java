package multistage.answers.commands;

import java.util.Optional;
import multistage.facts.EngineFacts;

/** What keeps the commands that the answers show from being typed here, though the suite itself runs. */
final class Obstacle {
    private static final int NOTHING_LISTENS = 7;

    private Obstacle() {}

    /**
     * The first that there is, as a sentence.
     *
     * @param container how the commands call the container that they start
     */
    static Optional<String> of(Shell shell, EngineFacts engine, String container) {
        if (!shell.succeeds("command -v docker && command -v curl")) {
            return Optional.of("the commands are docker's and curl's, and this machine lacks one of them");
        }
        if (!engine.name().equals("Docker")) {
            return Optional.of("the commands are for Docker, and the engine is " + engine);
        }
        if (!engine.address().startsWith("unix:")) {
            return Optional.of("they look for the service on this machine, and the engine at " + engine.address()
                    + " may be on another");
        }
        if (!shell.succeeds("docker buildx version")) {
            return Optional.of("heredocs take BuildKit, and the docker command here lacks its plugin buildx");
        }
        if (shell.succeeds("docker container inspect " + container)) {
            return Optional.of("they start a container " + container + ", and there is one already");
        }
        if (shell.type("curl http://localhost:8080").exitCode() != NOTHING_LISTENS) {
            return Optional.of("they publish a service on port 8080 of this machine, and the port is taken");
        }
        return Optional.empty();
    }
}
