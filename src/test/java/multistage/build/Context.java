package multistage.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import multistage.facts.Message;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.testcontainers.images.builder.Transferable;

/** What a build is sent: the demo's folder, as the docker command sends it, file by file. */
final class Context implements Transferable {
    private static final int PIECE = 64 * 1024;

    private final List<ContextEntry> entries;

    private Context(List<ContextEntry> entries) {
        this.entries = entries;
    }

    /**
     * What is sent to the build of that Dockerfile in that folder.
     *
     * @throws ContextRefused when that leads out of the folder, is too much, or cannot be sent
     */
    static Context of(Path folder, String dockerfile) {
        return new Context(ContextListing.of(folder, dockerfile, ContextLimits.USUAL));
    }

    @Override
    public long getSize() {
        return entries.stream().mapToLong(ContextEntry::size).sum();
    }

    /**
     * Sends all of it.
     *
     * @throws ContextRefused when a file is no longer what it was when the folder was looked through: what the engine makes of
     *     the rest is not to be used
     */
    @Override
    public void transferTo(TarArchiveOutputStream tar, String destination) {
        tar.setAddPaxHeadersForNonAsciiNames(true);
        try {
            for (ContextEntry entry : entries) {
                send(entry, tar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the engine stopped listening while it was sent the demo's folder", e);
        }
    }

    private static void send(ContextEntry entry, TarArchiveOutputStream tar) throws IOException {
        switch (entry.kind()) {
            case FILE -> sendFile(entry, tar);
            case FOLDER -> sendHeader(new TarArchiveEntry(entry.name() + "/"), entry, tar);
            default -> {
                TarArchiveEntry link = new TarArchiveEntry(entry.name(), TarConstants.LF_SYMLINK);
                link.setLinkName(entry.target());
                sendHeader(link, entry, tar);
            }
        }
        tar.closeArchiveEntry();
    }

    private static void sendFile(ContextEntry entry, TarArchiveOutputStream tar) throws IOException {
        sendHeader(new TarArchiveEntry(entry.name()), entry, tar);
        if (entry.size() == 0) {
            return; // and so a socket is not opened
        }
        try (InputStream file = reading(entry, () -> Files.newInputStream(entry.file(), LinkOption.NOFOLLOW_LINKS))) {
            byte[] piece = new byte[PIECE];
            long missing = entry.size();
            while (missing > 0) {
                int length = (int) Math.min(missing, PIECE);
                int read = reading(entry, () -> file.read(piece, 0, length));
                if (read < 0) {
                    throw changed(Message.of(
                            "%s became shorter while it was sent to the build", LogLines.clean(entry.name())));
                }
                tar.write(piece, 0, read);
                missing -= read;
            }
            if (reading(entry, file::read) >= 0) {
                throw changed(
                        Message.of("%s became longer while it was sent to the build", LogLines.clean(entry.name())));
            }
        }
    }

    private static void sendHeader(TarArchiveEntry header, ContextEntry entry, TarArchiveOutputStream tar)
            throws IOException {
        header.setSize(entry.size());
        header.setMode(entry.mode());
        header.setLastModifiedTime(entry.modified());
        header.setIds(0, 0);
        header.setNames("", ""); // else it has the name of the user who runs this
        tar.putArchiveEntry(header);
    }

    /** What comes of it; that it cannot be read is the folder's fault, unlike what goes wrong with sending. */
    private static <T> T reading(ContextEntry entry, Reading<T> reading) {
        try {
            return reading.run();
        } catch (IOException e) {
            throw new ContextRefused(
                    Message.of(
                            "%s cannot be sent to the build, since it cannot be read: %s",
                            LogLines.clean(entry.name()), LogLines.clean(e.toString())),
                    e);
        }
    }

    private static ContextRefused changed(Message how) {
        return new ContextRefused(Message.of("%s; run this again when nothing writes to the demo's folder", how));
    }

    private interface Reading<T> {
        T run() throws IOException;
    }
}
