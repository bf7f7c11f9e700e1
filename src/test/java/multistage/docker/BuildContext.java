package multistage.docker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
    private static final long MOST_BYTES = 200 * Bytes.MB;
    private static final int MOST_FILES = 20_000;
    private static final int PERMISSIONS = 07777;
    private static final int OF_ALL_ON_WINDOWS = 0755;

    private final Path folder;
    private final String name;
    private final byte[] dockerfile;
    private final DockerIgnore ignored;
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
        this.name = name;
        this.dockerfile = dockerfile.clone();
        try {
            this.folder = folder.toRealPath();
            this.ignored = DockerIgnore.in(this.folder, name);
            Path real = this.folder.resolve(name).toRealPath(); // of a link what it leads to
            TarArchiveEntry header = header(name, real);
            header.setSize(dockerfile.length);
            take(new Entry(real, header));
            addAllIn("");
        } catch (IOException e) {
            throw new BuildRefused(
                    Message.of(
                            "the folder %s cannot be looked through: %s",
                            SafeLine.of(folder.toString()), SafeLine.of(e.toString())),
                    e);
        }
    }

    /** Whether a folder holds a file of that name; a link that leads out of it is none. */
    static boolean holds(Path folder, String name) {
        try {
            Path real = folder.resolve(name).toRealPath();
            return real.startsWith(folder.toRealPath()) && Files.isRegularFile(real);
        } catch (IOException none) {
            return false;
        }
    }

    /** All of a file that is to hold no more than that. */
    static byte[] read(Path file, int most) {
        String name = file.getFileName().toString();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new BuildRefused(Message.of("%s is longer than %s", name, Amount.bytes(most)));
            }
            return bytes;
        } catch (IOException e) {
            throw new BuildRefused(Message.of("%s cannot be read: %s", name, SafeLine.of(e.toString())), e);
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
        for (Entry entry : entries) {
            try {
                tar.putArchiveEntry(entry.header());
                if (entry.header().getSize() > 0) {
                    try (InputStream content = content(entry)) {
                        content.transferTo(tar); // which takes neither more nor fewer bytes than the header says
                    }
                }
                tar.closeArchiveEntry();
            } catch (IOException e) {
                throw new BuildRefused(
                        Message.of(
                                "%s cannot be sent to the build: %s; run this again when nothing writes to the demo's folder",
                                SafeLine.of(entry.header().getName()), SafeLine.of(e.toString())),
                        e);
            }
        }
    }

    private InputStream content(Entry entry) throws IOException {
        return entry.header().getName().equals(name)
                ? new ByteArrayInputStream(dockerfile)
                : Files.newInputStream(entry.file(), LinkOption.NOFOLLOW_LINKS);
    }

    private void addAllIn(String parent) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(parent))) {
            for (Path file : files) {
                String path = parent + file.getFileName();
                if (!path.equals(name)) {
                    add(path, file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (IOException unreadable) {
            if (!ignored.ignores(parent.replaceFirst("/$", ""))) {
                throw unreadable;
            }
        }
    }

    private void add(String path, Path file) throws IOException {
        boolean ignores = ignored.ignores(path);
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        int before = entries.size();
        if (!ignores && !is.isOther()) {
            take(new Entry(file, header(is.isDirectory() ? path + "/" : path, file)));
        }
        if (is.isDirectory() && (!ignores || ignored.hasExceptions())) {
            addAllIn(path + "/");
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
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        Object mode = unix ? Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) : OF_ALL_ON_WINDOWS;
        header.setMode((int) mode & PERMISSIONS);
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
        if (bytes > MOST_BYTES || entries.size() > MOST_FILES) {
            String largest = bytesByTop.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            throw new BuildRefused(Message.of(
                    "the demo's folder holds more than the %s in %s that a build is sent at most, most of it in %s; name in %s what the"
                            + " build does not need",
                    Amount.bytes(MOST_BYTES),
                    Amount.count(MOST_FILES, "%s file", "%s files"),
                    SafeLine.of(largest),
                    ignored.name()));
        }
    }
}
