package multistage.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run, while it lives: it holds a lock on a file named after it, by which others can tell whether it does. The lock goes
 * with the process, however that ends.
 */
final class Session implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("[0-9]{1,12}-[0-9a-f]{8}");
    private static final Pattern LOCK = Pattern.compile("multistage-(" + ID + ")\\.lock");

    private final Path folder;
    private final String id;
    private final String host;
    private final FileChannel lock;

    private Session(Path folder, String id, FileChannel lock) throws IOException {
        this.folder = folder;
        this.id = id;
        this.host = hostName() + ":" + folder.toRealPath() + ":"
                + Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        this.lock = lock;
    }

    static Session begin() {
        return begin(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param folder where runs of one host keep their locks, for all to see */
    static Session begin(Path folder) {
        String id = Instant.now().getEpochSecond() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        try {
            // Others must never see it without its lock, or they would take this run for one that is over.
            Path notYet = folder.resolve("multistage-" + id + ".new");
            FileChannel channel = FileChannel.open(notYet, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
            Files.move(notYet, lockOf(folder, id), StandardCopyOption.ATOMIC_MOVE);
            Session session = new Session(folder, id, channel);
            session.deleteLocksOfRunsThatAreOver();
            return session;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + lockOf(folder, id) + ", which marks this run as alive", e);
        }
    }

    String id() {
        return id;
    }

    /** This host, as far as locks can be seen from it: another folder for locks is as good as another host. */
    String host() {
        return host;
    }

    /** When a run began, in seconds since 1970, as its id tells; no such id tells nothing. */
    static long began(String id) {
        return isId(id) ? Long.parseLong(id.substring(0, id.indexOf('-'))) : Long.MAX_VALUE;
    }

    /** Whether a run of this host with that id is over: nobody holds its lock any more. */
    boolean isOver(String otherId) {
        if (!isId(otherId) || otherId.equals(id)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockOf(folder, otherId), StandardOpenOption.READ);
                FileLock held = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return held != null;
        } catch (NoSuchFileException gone) {
            return true;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void deleteLocksOfRunsThatAreOver() throws IOException {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, "multistage-*.lock")) {
            for (Path file : locks) {
                Matcher name = LOCK.matcher(file.getFileName().toString());
                if (name.matches() && isOver(name.group(1))) {
                    deleteIfPossible(file);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deleteIfPossible(lockOf(folder, id));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException hasNoAddress) {
            return hasNoAddress.getMessage().split(":")[0]; // which is its name
        }
    }

    private static boolean isId(String id) {
        return id != null && ID.matcher(id).matches();
    }

    private static Path lockOf(Path folder, String id) {
        return folder.resolve("multistage-" + id + ".lock");
    }

    /** A lock file that cannot be deleted is another user's; it does no harm, since nobody holds its lock. */
    private static void deleteIfPossible(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException notOurs) {
            return;
        }
    }
}
