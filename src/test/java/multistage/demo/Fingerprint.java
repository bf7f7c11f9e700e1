package multistage.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import multistage.facts.Bytes;
import multistage.facts.Sha256;

/** What tells whether a demo's files are still those that were measured: a digest of all of them, version control's own aside. */
public final class Fingerprint {
    /** A folder that holds more is not looked through for this. */
    private static final int MOST_FILES = 50_000;

    private static final long MOST_BYTES = 1000 * Bytes.MB;
    private static final String VERSION_CONTROL = ".git";

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Path folder;
    private long bytes;

    private Fingerprint(Path folder) {
        this.folder = folder;
    }

    /** The digest of the files' names, contents and modes; nothing where there are too many of them, or one cannot be read. */
    public static Optional<String> of(Demo demo) {
        Fingerprint fingerprint = new Fingerprint(demo.folder());
        try {
            return fingerprint.isComplete() ? Optional.of(fingerprint.digest()) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty(); // what was measured is then not read back, but measured again
        }
    }

    private boolean isComplete() throws IOException {
        Walk walk = new Walk();
        Files.walkFileTree(folder, walk);
        return !walk.isTooMuch;
    }

    private String digest() {
        MessageDigest all = Sha256.begun();
        files.forEach((name, digest) -> {
            all.update(name.getBytes(StandardCharsets.UTF_8));
            all.update((byte) 0);
            all.update(digest);
        });
        return HexFormat.of().formatHex(all.digest());
    }

    /** Follows no link: of one, where it leads is what counts. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private boolean isTooMuch;

        @Override
        public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            if (visited.endsWith(VERSION_CONTROL)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            return note(visited, new byte[0]);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            bytes += attributes.size();
            if (attributes.isSymbolicLink()) {
                return note(file, Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8));
            }
            return attributes.isRegularFile() && bytes <= MOST_BYTES
                    ? note(file, content(file))
                    : note(file, new byte[0]);
        }

        private FileVisitResult note(Path path, byte[] digest) {
            String mode = Files.isExecutable(path) ? "x " : "- ";
            files.put(mode + folder.relativize(path), digest);
            isTooMuch = files.size() > MOST_FILES || bytes > MOST_BYTES;
            return isTooMuch ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }

    private static byte[] content(Path file) throws IOException {
        MessageDigest digest = Sha256.begun();
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] piece = new byte[64 * 1024];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return digest.digest();
    }
}
