package multistage.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;

/**
 * Testcontainers' own clean-up, a privileged container. This project needs none and its Maven build switches it off; a run
 * that something else starts, an IDE say, may find it on.
 */
final class Ryuk {
    static final String SWITCH = "TESTCONTAINERS_RYUK_DISABLED";
    /** What Testcontainers starts; to fetch it first may take minutes of retries where no registry is in reach. */
    static final String IMAGE = "testcontainers/ryuk:0.14.0";

    private Ryuk() {}

    /** Refuses a run that would have to fetch Ryuk's image first, in one line that says what to set. */
    static void requireOffOrLocal(DockerClient client, String switchedOff) {
        if (Boolean.parseBoolean(switchedOff)) {
            return;
        }
        try {
            client.inspectImageCmd(IMAGE).exec();
        } catch (NotFoundException away) {
            throw new EngineMissing("Testcontainers is about to fetch " + IMAGE
                    + ", which this project does not need: set " + SWITCH + "=true in the environment of this run.");
        }
    }
}
