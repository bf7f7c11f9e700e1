package multistage.answers;

import static multistage.facts.ExampleFacts.good;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import multistage.facts.FactsJson;

/** Answers whose pages are looked at in a browser. */
enum Sample {
    /** Every claim holds, and changed Dockerfiles were measured. */
    GOOD {
        @Override
        Judged judged() {
            return new Judged(good(), Examples.held().claims(), Optional.of(AllChanges.measured()));
        }
    },
    /** What the run that came before this test has left. */
    RUN {
        @Override
        Judged judged() {
            return new FactsJson().read(text(left("facts.json")), Judged.class);
        }

        @Override
        Path page(Language first, Path folder) {
            return left("index.html");
        }
    },
    /** An image that does not build, and claims that fail with much to say. */
    FAILED {
        @Override
        Judged judged() {
            return FailedAnswers.judged();
        }
    },
    /** Markup and endless words wherever somebody else can put words. */
    HOSTILE {
        @Override
        Judged judged() {
            return HostileAnswers.judged();
        }
    };

    abstract Judged judged();

    /**
     * Writes its page.
     *
     * @param first the language that it shows first; a run has chosen its own
     * @param folder where it is written
     */
    Path page(Language first, Path folder) {
        try {
            return Files.writeString(
                    folder.resolve("index.html"),
                    Rendering.files(judged(), first).get("index.html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path left(String name) {
        Path file = Path.of("target", "answers", name);
        assumeThat(file)
                .as("docker/with-engine mvn test leaves %s, and mvn verify runs that first", file)
                .exists();
        return file;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
