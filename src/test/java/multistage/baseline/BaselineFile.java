package multistage.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import multistage.facts.FactsJson;

/** A baseline in a file, as JSON. */
final class BaselineFile {
    private static final String RENEW = "mvn test -Dbaseline=update";

    private final Path file;

    BaselineFile(Path file) {
        this.file = file;
    }

    boolean isThere() {
        return Files.exists(file);
    }

    /**
     * What it holds.
     *
     * @throws BaselineUnreadable when it is not there, broken, or of another schema; says which, and what to do
     */
    Baseline read() {
        String text = text();
        int schema = schema(text);
        if (schema != Baseline.SCHEMA) {
            throw new BaselineUnreadable(file + " is written in schema " + schema + ", and this version reads schema "
                    + Baseline.SCHEMA
                    + (schema > Baseline.SCHEMA
                            ? ": take the version of this suite that wrote it, or a newer one"
                            : ": remove it, and " + RENEW + " measures it anew"));
        }
        try {
            return new FactsJson().read(text, Baseline.class);
        } catch (IllegalArgumentException other) {
            throw broken(other.getMessage());
        }
    }

    void write(Baseline baseline) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, new FactsJson().write(baseline));
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

    private int schema(String text) {
        try {
            JsonNode schema = new ObjectMapper().readTree(text).path("schema");
            if (!schema.isInt()) {
                throw broken("it has no schema number");
            }
            return schema.asInt();
        } catch (JsonProcessingException other) {
            throw broken(other.getMessage());
        }
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
