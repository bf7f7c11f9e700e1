package multistage.build;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.facts.Amount;
import multistage.facts.Message;

/** Looks through a demo's folder for what a build is sent, in an order that is always the same; links are not followed. */
final class ContextListing {
    private final Path folder;
    private final String dockerfile;
    private final IgnoreFile ignored;
    private final ContextLimits limits;
    private final Instant end;
    private final List<ContextEntry> entries = new ArrayList<>();
    private final Map<String, Size> amounts = new HashMap<>();
    private Size sum = Size.NONE;
    private int looks;

    private record Size(long bytes, long files) {
        static final Size NONE = new Size(0, 0);

        Size plus(Size other) {
            return new Size(bytes + other.bytes, files + other.files);
        }

        Message told() {
            return Message.of("%s in %s", Amount.bytes(bytes), Amount.count(files, "%s file", "%s files"));
        }
    }

    private ContextListing(Path folder, String dockerfile, ContextLimits limits) {
        this.folder = folder;
        this.dockerfile = dockerfile;
        this.ignored = IgnoreFile.in(folder, dockerfile);
        this.limits = limits;
        this.end = Instant.now().plus(limits.time());
    }

    /**
     * What is sent to the build of that Dockerfile in that folder.
     *
     * @throws ContextRefused when that leads out of the folder, is too much, or cannot be sent
     */
    static List<ContextEntry> of(Path folder, String dockerfile, ContextLimits limits) {
        try {
            ContextListing listing = new ContextListing(folder.toRealPath(), dockerfile, limits);
            listing.addAllIn("", IgnoreFile.Match.NONE);
            listing.requireNotTooMuch();
            return Collections.unmodifiableList(listing.entries);
        } catch (IOException e) {
            throw new ContextRefused(
                    Message.of(
                            "the folder %s cannot be looked through: %s",
                            LogLines.clean(folder.toString()), LogLines.clean(e.toString())),
                    e);
        }
    }

    private void addAllIn(String parent, IgnoreFile.Match match) throws IOException {
        for (String name : namesIn(parent, match)) {
            add(parent.isEmpty() ? name : parent + "/" + name, match);
        }
    }

    private void add(String name, IgnoreFile.Match parent) throws IOException {
        ContextEntry entry = ContextEntry.of(name, folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
        IgnoreFile.Match match = ignored.match(name, parent);
        if (name.equals(dockerfile)) {
            requireInside(entry);
            // BuildKit reads it from among what it is sent, so it is sent even if ignored, and as a file even if a link
            take(ContextEntry.of(name, entry.file().toRealPath()));
            return;
        }
        int before = entries.size();
        if (!match.ignored()) {
            requireSendable(entry);
            take(entry);
        }
        if (entry.is(ContextEntry.Kind.FOLDER) && (!match.ignored() || ignored.mayTakeFrom(name))) {
            addAllIn(name, match);
            if (match.ignored() && entries.size() > before) {
                entries.add(before, entry);
            }
        }
    }

    private List<String> namesIn(String parent, IgnoreFile.Match match) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.resolve(parent))) {
            for (Path file : stream) {
                requireFewLooks();
                names.add(file.getFileName().toString());
            }
        } catch (AccessDeniedException denied) {
            if (!match.ignored()) {
                throw denied;
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(names);
        return names;
    }

    private void take(ContextEntry entry) {
        Size amount = new Size(entry.size(), 1);
        sum = sum.plus(amount);
        amounts.merge(top(entry), amount, Size::plus);
        if (sum.files() <= limits.files()) {
            entries.add(entry);
        }
    }

    /** The part of the folder that it lies in or is: a file, or a folder with its slash. */
    private static String top(ContextEntry entry) {
        String path = entry.is(ContextEntry.Kind.FOLDER) ? entry.name() + "/" : entry.name();
        return path.substring(0, path.contains("/") ? path.indexOf('/') + 1 : path.length());
    }

    private void requireSendable(ContextEntry entry) {
        requireInside(entry);
        if (entry.is(ContextEntry.Kind.OTHER)) {
            throw new ContextRefused(Message.of(
                    "%s is a pipe or a device, which no build is sent; remove it, or name it in %s",
                    shown(entry), ignored.name()));
        }
    }

    private void requireInside(ContextEntry entry) {
        if (!entry.is(ContextEntry.Kind.LINK)) {
            return;
        }
        Path target = Path.of(entry.target());
        boolean out = !entry.file().resolveSibling(target).normalize().startsWith(folder)
                || real(entry.file()).filter(real -> !real.startsWith(folder)).isPresent();
        if (target.isAbsolute() || out) {
            throw new ContextRefused(Message.of(
                    "the link %s leads out of the folder, to %s; a build is sent what lies in the demo's folder"
                            + " and nothing else: put there what it needs, or name the link in %s",
                    shown(entry), LogLines.clean(entry.target()), ignored.name()));
        }
    }

    /** Where a link leads in the end; nothing where it leads nowhere, or round in a circle. */
    private static Optional<Path> real(Path link) {
        try {
            return Optional.of(link.toRealPath());
        } catch (IOException nowhere) {
            return Optional.empty();
        }
    }

    private void requireFewLooks() {
        if (++looks > limits.looks() || Instant.now().isAfter(end)) {
            throw new ContextRefused(Message.of(
                    "the demo's folder was looked through for %s and %s, and that was not all; %s",
                    Amount.seconds(limits.time()), Amount.count(looks, "%s file", "%s files"), advice()));
        }
    }

    private void requireNotTooMuch() {
        boolean tooMany = sum.files() > limits.files();
        if (tooMany || sum.bytes() > limits.bytes()) {
            Map.Entry<String, Size> largest = amounts.entrySet().stream()
                    .max(Comparator.comparingLong(part ->
                            tooMany ? part.getValue().files() : part.getValue().bytes()))
                    .orElseThrow();
            throw new ContextRefused(Message.of(
                    "the demo's folder holds %s, and a build is sent at most %s; the largest is %s with %s; %s",
                    sum.told(),
                    new Size(limits.bytes(), limits.files()).told(),
                    LogLines.clean(largest.getKey()),
                    largest.getValue().told(),
                    advice()));
        }
    }

    private Message advice() {
        return Message.of("name in %s what the build does not need", ignored.name());
    }

    private static String shown(ContextEntry entry) {
        return LogLines.clean(entry.name());
    }
}
