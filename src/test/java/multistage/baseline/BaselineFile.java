package multistage.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import multistage.baseline.Baseline.OnBase;
import multistage.facts.FactsJson;

/** A baseline in a file, as JSON. */
final class BaselineFile {
    private static final FactsJson JSON = new FactsJson();
    private static final String RENEW = "mvn test -Dbaseline=update";
    private static final String NAIVE_DOCKERFILE = "/naive/dockerfile";

    private final Path file;

    BaselineFile(Path file) {
        this.file = file;
    }

    /**
     * What it holds.
     *
     * @throws BaselineUnreadable when it is not there, broken, of another schema or of another form; says which, and what to do
     */
    Baseline read() {
        String text = text();
        tree(text);
        try {
            return JSON.read(text, Baseline.class);
        } catch (IllegalArgumentException other) {
            throw new BaselineUnreadable(file + " is of another form than this version writes: " + other.getMessage()
                    + "\nWhat to do: if the suite has changed, " + RENEW + " writes it anew, and keeps what it can;"
                    + " if the file has, take it back from version control (git checkout " + file + ")");
        }
    }

    /**
     * The bases that an update may keep: none if it is not there or of another Dockerfile-naive, and none that is of another form.
     *
     * @throws BaselineUnreadable when it is broken, or of another schema
     */
    Kept basesUnder(List<String> naiveDockerfile) {
        List<OnBase> bases = new ArrayList<>();
        int entries = 0;
        if (Files.exists(file)) {
            JsonNode tree = tree(text());
            List<String> dockerfile = new ArrayList<>();
            tree.at(NAIVE_DOCKERFILE).forEach(instruction -> dockerfile.add(instruction.asText()));
            if (dockerfile.equals(naiveDockerfile)) {
                entries = tree.path("bases").size();
                tree.path("bases").forEach(base -> readable(base).ifPresent(bases::add));
            }
        }
        return new Kept(bases, entries - bases.size());
    }

    /**
     * What an update keeps of the bases.
     *
     * @param lost how many it cannot keep, since they are of another form
     */
    record Kept(List<OnBase> bases, int lost) {}

    private static Optional<OnBase> readable(JsonNode base) {
        try {
            return Optional.of(JSON.read(base.toString(), OnBase.class));
        } catch (IllegalArgumentException ofAnotherForm) {
            return Optional.empty();
        }
    }

    void write(Baseline baseline) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, JSON.write(baseline));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the baseline " + file, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the baseline of an earlier run, " + file, e);
        }
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException none) {
            throw new BaselineUnreadable(
                    "there is no " + file + " to compare with: take it back from version control, or " + RENEW
                            + " makes one of what is measured now");
        } catch (IOException e) {
            throw new BaselineUnreadable(file + " cannot be read: " + e);
        }
    }

    /** All of it, of the schema that this version reads. */
    private JsonNode tree(String text) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (IllegalArgumentException noJson) {
            throw broken(noJson.getMessage());
        }
        JsonNode schema = tree.path("schema");
        if (!schema.isInt()) {
            throw broken("it has no schema number");
        }
        if (schema.asInt() != Baseline.SCHEMA) {
            throw new BaselineUnreadable(file + " is written in schema " + schema + ", and this version reads schema "
                    + Baseline.SCHEMA
                    + (schema.asInt() > Baseline.SCHEMA
                            ? ": take the version of this suite that wrote it, or a newer one"
                            : ": remove it, and " + RENEW + " measures it anew"));
        }
        if (!hasItsParts(tree)) {
            throw broken("it lacks the multi-stage image, the naive image with its Dockerfile, or the bases");
        }
        return tree;
    }

    /** What it has in any form: without these it is damaged, and an update would lose what it held. */
    private static boolean hasItsParts(JsonNode tree) {
        JsonNode dockerfile = tree.at(NAIVE_DOCKERFILE);
        return tree.path("multi").isObject()
                && tree.path("bases").isArray()
                && dockerfile.isArray()
                && !dockerfile.isEmpty()
                && StreamSupport.stream(dockerfile.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    private BaselineUnreadable broken(String why) {
        return new BaselineUnreadable(file + " is broken: " + why
                + "\nWhat to do: take it back from version control (git checkout " + file + "), or remove it and run "
                + RENEW);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
