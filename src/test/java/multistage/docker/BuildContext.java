package multistage.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import multistage.facts.Amount;
import multistage.facts.Bytes;
import multistage.facts.Message;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.testcontainers.images.builder.Transferable;

/**
 * What a build is sent: the demo's folder as the docker command sends it, without what it ignores. A link is sent as a link
 * and never followed; a pipe, a socket or a device is left out.
 */
final class BuildContext implements Transferable {
    private static final Duration MOST_TIME = Duration.ofSeconds(30);
    private static final int PERMISSIONS = 07777;
    private static final int OF_ALL_ON_WINDOWS = 0755;

    private final Path folder;
    private final String name;
    private final byte[] dockerfile;
    private final DockerIgnore ignored;
    private final long mostBytes;
    private final int mostFiles;
    private final Instant end = Instant.now().plus(MOST_TIME);
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> bytesByTop = new HashMap<>();
    private long bytes;

    private record Entry(Path file, TarArchiveEntry header) {}

    /**
     * Looks through the folder.
     *
     * @param name of the Dockerfile in it
     * @param dockerfile what is sent under that name, ignored or not
     * @throws BuildRefused when that is too much, or cannot be read
     */
    BuildContext(Path folder, String name, byte[] dockerfile) {
        this(folder, name, dockerfile, 200 * Bytes.MB, 20_000);
    }

    BuildContext(Path folder, String name, byte[] dockerfile, long mostBytes, int mostFiles) {
        this.name = name;
        this.dockerfile = dockerfile.clone();
        this.mostBytes = mostBytes;
        this.mostFiles = mostFiles;
        try {
            this.folder = folder.toRealPath();
            this.ignored = DockerIgnore.in(this.folder, name);
            addAllIn("", new boolean[0]);
        } catch (IOException e) {
            throw new BuildRefused(
                    Message.of(
                            "the folder %s cannot be looked through: %s",
                            SafeLine.of(folder.toString()), SafeLine.of(e.toString())),
                    e);
        }
    }

    @Override
    public long getSize() {
        return bytes;
    }

    /** @throws BuildRefused when a file is no longer what it was: what the engine makes of the rest is not to be used */
    @Override
    public void transferTo(TarArchiveOutputStream tar, String destination) {
        tar.setAddPaxHeadersForNonAsciiNames(true);
        try {
            TarArchiveEntry header = header(name, folder.resolve(name).toRealPath());
            header.setSize(dockerfile.length);
            tar.putArchiveEntry(header);
            tar.write(dockerfile);
            tar.closeArchiveEntry();
            for (Entry entry : entries) {
                tar.putArchiveEntry(entry.header());
                if (entry.header().isFile() && entry.header().getSize() > 0) {
                    send(entry, tar);
                }
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the engine stopped listening while it was sent the demo's folder", e);
        }
    }

    private static void send(Entry entry, TarArchiveOutputStream tar) throws IOException {
        long size = entry.header().getSize();
        byte[] content;
        try (InputStream file = Files.newInputStream(entry.file(), LinkOption.NOFOLLOW_LINKS)) {
            content = file.readNBytes((int) size + 1); // no longer than all that is sent, which an int counts
        } catch (IOException e) {
            throw new BuildRefused(
                    Message.of(
                            "%s cannot be sent to the build, since it cannot be read: %s",
                            SafeLine.of(entry.header().getName()), SafeLine.of(e.toString())),
                    e);
        }
        if (content.length != size) {
            throw new BuildRefused(Message.of(
                    "%s changed while it was sent to the build; run this again when nothing writes to the demo's folder",
                    SafeLine.of(entry.header().getName())));
        }
        tar.write(content);
    }

    private void addAllIn(String parent, boolean[] parentsRules) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(parent))) {
            for (Path file : files) {
                String path = parent + file.getFileName();
                if (!path.equals(name)) {
                    add(path, file, ignored.match(path, parentsRules));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (IOException unreadable) {
            if (!ignored.ignores(parentsRules)) {
                throw unreadable;
            }
        }
    }

    private void add(String path, Path file, boolean[] rules) throws IOException {
        requireTime();
        boolean ignores = ignored.ignores(rules);
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        int before = entries.size();
        if (!ignores && !is.isOther()) {
            take(new Entry(file, header(is.isDirectory() ? path + "/" : path, file)));
        }
        if (is.isDirectory() && (!ignores || ignored.hasExceptions())) {
            addAllIn(path + "/", rules);
            if (ignores && entries.size() > before) {
                entries.add(before, new Entry(file, header(path + "/", file)));
            }
        }
    }

    private static TarArchiveEntry header(String path, Path file) throws IOException {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        TarArchiveEntry header =
                is.isSymbolicLink() ? new TarArchiveEntry(path, TarConstants.LF_SYMLINK) : new TarArchiveEntry(path);
        if (is.isSymbolicLink()) {
            header.setLinkName(Files.readSymbolicLink(file).toString());
        }
        header.setSize(is.isRegularFile() ? is.size() : 0);
        header.setMode(
                file.getFileSystem().supportedFileAttributeViews().contains("unix")
                        ? (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & PERMISSIONS
                        : OF_ALL_ON_WINDOWS);
        header.setLastModifiedTime(is.lastModifiedTime());
        header.setIds(0, 0);
        header.setNames("", ""); // else it has the name of the user who runs this
        return header;
    }

    private void take(Entry entry) {
        entries.add(entry);
        bytes += entry.header().getSize();
        String path = entry.header().getName();
        String top = path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/') + 1);
        bytesByTop.merge(top, entry.header().getSize() + 1, Long::sum);
        if (bytes > mostBytes || entries.size() > mostFiles) {
            String largest = bytesByTop.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            throw new BuildRefused(Message.of(
                    "the demo's folder holds more than the %s in %s that a build is sent at most, most of it in %s; %s",
                    Amount.bytes(mostBytes),
                    Amount.count(mostFiles, "%s file", "%s files"),
                    SafeLine.of(largest),
                    advice()));
        }
    }

    private void requireTime() {
        if (Instant.now().isAfter(end)) {
            throw new BuildRefused(Message.of(
                    "the demo's folder was looked through for %s, and that was not all; %s",
                    Amount.seconds(MOST_TIME), advice()));
        }
    }

    private Message advice() {
        return Message.of("name in %s what the build does not need", ignored.name());
    }
}
