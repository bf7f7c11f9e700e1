package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineLostTest {
    private static final String AND_WHAT_NOW = ". It died, was restarted or hangs. Nothing was judged. Once it answers"
            + " again, run this again: that run removes what this one left.";

    @Test
    void tellsWhichEngineWasOnWhatAndWhyItIsLost() {
        assertThat(new EngineLost("unix:///run/engine.sock", "building an image", "it ended the connection"))
                .hasMessage("The engine at unix:///run/engine.sock was lost in the middle of the run, while building an"
                        + " image: it ended the connection" + AND_WHAT_NOW);
    }

    @Test
    void tellsNoOperationWhereThereIsNone() {
        assertThat(new EngineLost("tcp://127.0.0.1:2375", "", "Connection refused"))
                .hasMessage("The engine at tcp://127.0.0.1:2375 was lost in the middle of the run: Connection refused"
                        + AND_WHAT_NOW);
    }

    @Test
    void itsMessageIsAllThatItSays() {
        assertThat(new EngineLost("tcp://127.0.0.1:2375", "", "Connection refused").getStackTrace())
                .isEmpty();
    }
}
