package multistage.docker;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import multistage.facts.Amount;
import multistage.facts.Bytes;
import multistage.facts.Message;
import multistage.facts.NotMeasured;
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
    private static final int OF_ALL_ON_WINDOWS = 0755;

    private final Path folder;
    private final Path file;
    private final byte[] dockerfile;
    private final DockerIgnore ignored;
    private final Map<Path, TarArchiveEntry> entries = new LinkedHashMap<>();
    private final Map<String, Long> bytesByTop = new HashMap<>();
    private long bytes;

    /**
     * Looks through the folder.
     *
     * @param name of the Dockerfile in it
     * @param dockerfile what is sent under that name, ignored or not
     * @throws NotMeasured when that is too much, or cannot be read
     */
    BuildContext(Path folder, String name, byte[] dockerfile) {
        this.dockerfile = dockerfile.clone();
        try {
            this.folder = folder.toRealPath();
            this.file = this.folder.resolve(name);
            this.ignored = DockerIgnore.in(this.folder, name);
            take(file, file.toRealPath()); // of a link what it leads to
            add(this.folder);
        } catch (IOException e) {
            throw new NotMeasured(Message.of(
                    "the folder %s cannot be looked through: %s",
                    SafeLine.of(folder.toString()), SafeLine.of(e.toString())));
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
                throw new NotMeasured(Message.of("%s is longer than %s", name, Amount.bytes(most)));
            }
            return bytes;
        } catch (IOException e) {
            throw new NotMeasured(Message.of("%s cannot be read: %s", name, SafeLine.of(e.toString())));
        }
    }

    @Override
    public long getSize() {
        return bytes;
    }

    /** @throws NotMeasured when a file is no longer what it was: what the engine makes of the rest is not to be used */
    @Override
    public void transferTo(TarArchiveOutputStream tar, String destination) {
        tar.setAddPaxHeadersForNonAsciiNames(true);
        entries.forEach((path, header) -> {
            try {
                tar.putArchiveEntry(header);
                if (header.getSize() > 0) {
                    try (InputStream content = path.equals(file)
                            ? new ByteArrayInputStream(dockerfile)
                            : Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
                        content.transferTo(tar); // which takes neither more nor fewer bytes than the header says
                    }
                }
                tar.closeArchiveEntry();
            } catch (IOException e) {
                throw new NotMeasured(Message.of(
                        "%s cannot be sent to the build: %s; run this again when nothing writes to the demo's folder",
                        SafeLine.of(header.getName()), SafeLine.of(e.toString())));
            }
        });
    }

    /** Adds what is not ignored of a file or folder and all in it. */
    private void add(Path path) throws IOException {
        boolean ignores = !path.equals(folder) && ignored.ignores(name(path));
        BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!ignores && !is.isOther()) {
            take(path, path);
        }
        if (is.isDirectory() && (!ignores || ignored.hasExceptions())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                for (Path file : files) {
                    add(file);
                }
            } catch (AccessDeniedException unreadable) {
                if (!ignores) {
                    throw unreadable;
                }
            }
        }
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace(File.separatorChar, '/');
    }

    /** Adds a file or a folder, behind the folders that it lies in. */
    private void take(Path path, Path real) throws IOException {
        if (path.equals(folder) || entries.containsKey(path)) {
            return;
        }
        take(path.getParent(), path.getParent());
        BasicFileAttributes is = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        TarArchiveEntry header = is.isSymbolicLink()
                ? new TarArchiveEntry(name(path), TarConstants.LF_SYMLINK)
                : new TarArchiveEntry(name(path) + (is.isDirectory() ? "/" : ""));
        if (is.isSymbolicLink()) {
            header.setLinkName(Files.readSymbolicLink(real).toString());
        }
        header.setSize(path.equals(file) ? dockerfile.length : is.isRegularFile() ? is.size() : 0);
        boolean unix = real.getFileSystem().supportedFileAttributeViews().contains("unix");
        Object mode = unix ? Files.getAttribute(real, "unix:mode", LinkOption.NOFOLLOW_LINKS) : OF_ALL_ON_WINDOWS;
        header.setMode((int) mode & 07777);
        header.setLastModifiedTime(is.lastModifiedTime());
        header.setIds(0, 0);
        header.setNames("", ""); // else it has the name of the user who runs this
        entries.put(path, header);
        bytes += header.getSize();
        bytesByTop.merge(header.getName().replaceFirst("(?s)/.*", "/"), header.getSize() + 1, Long::sum);
        if (bytes > MOST_BYTES || entries.size() > MOST_FILES) {
            throw new NotMeasured(Message.of(
                    "the demo's folder holds more than the %s in %s that a build is sent at most, most of it in %s; name in %s what the"
                            + " build does not need",
                    Amount.bytes(MOST_BYTES),
                    Amount.count(MOST_FILES, "%s file", "%s files"),
                    SafeLine.of(Collections.max(bytesByTop.entrySet(), Map.Entry.comparingByValue())
                            .getKey()),
                    ignored.name()));
        }
    }
}
