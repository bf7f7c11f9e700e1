package multistage.engine;

import java.util.Map;

/**
 * The labels by which what a run makes on an engine is known as that run's.
 *
 * @param run its id
 * @param host whose locks tell whether it is over
 */
record RunLabels(String run, String host) {
    /** On a container that a run started. */
    static final String CONTAINER = "multistage.container";
    /** On a network that a run made. */
    static final String NETWORK = "multistage.network";
    /** On an image that a run built; a container that somebody starts from it inherits it. */
    static final String IMAGE = "multistage.image";
    /** On an image that is to stay when the run is over; one that somebody builds from it inherits it. */
    static final String KEPT = "multistage.kept";
    /** On all of them. */
    static final String HOST = "multistage.host";

    /**
     * The name that a run gave an image: two that are built alike are then two images, and one can be removed while the
     * other is used.
     */
    private static final String NAME = "multistage.name";

    static RunLabels of(Session session) {
        return new RunLabels(session.id(), session.host());
    }

    Map<String, String> ofContainer() {
        return Map.of(CONTAINER, run, HOST, host);
    }

    Map<String, String> ofNetwork() {
        return Map.of(NETWORK, run, HOST, host);
    }

    /** Of an image that is built under that name. */
    Map<String, String> ofImage(String name) {
        return Map.of(IMAGE, run, HOST, host, NAME, name);
    }

    /** Of one that is to stay. */
    Map<String, String> ofKeptImage(String name) {
        return Map.of(IMAGE, run, HOST, host, NAME, name, KEPT, "true");
    }
}
