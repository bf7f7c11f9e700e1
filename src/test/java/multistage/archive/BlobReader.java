package multistage.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what a file of an archive is while it passes, and whether its bytes hash to the digest that it is named by.
 */
final class BlobReader {
    private static final Pattern NAMED_BY_DIGEST = Pattern.compile("/blobs/sha256/(.*)");

    private final Budget budget;
    private final Packer packer;

    BlobReader(Budget budget, Packer packer) {
        this.budget = budget;
        this.packer = packer;
    }

    /** Reads the file whole. */
    Blob read(String path, InputStream data) throws IOException {
        Sha256Stream hashed = new Sha256Stream(data);
        Blob blob = blob(hashed);
        String digest = hashed.digest();
        Matcher named = NAMED_BY_DIGEST.matcher(path);
        if (named.matches()) {
            requireDigest(path, "sha256:" + named.group(1), digest);
        }
        return blob;
    }

    static void requireDigest(String path, String expected, String digest) throws ArchiveUnreadable {
        if (!digest.equals(expected)) {
            throw new ArchiveUnreadable(
                    "its file " + RawText.shown(path.substring(1)) + " is damaged: its bytes hash to " + digest);
        }
    }

    /**
     * A flaw is kept until it is known whether it matters; what the archive itself breaks off with comes again on
     * reading on.
     */
    private Blob blob(Sha256Stream hashed) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(hashed, Compression.BUFFER);
        byte[] start = start(buffered);
        Optional<Compression> compression = Compression.of(start);
        try {
            if (compression.isPresent()) {
                return unpackedLayer(compression.get(), buffered);
            }
            return TarHeader.isAt(start) ? layer(buffered, hashed) : document(start, buffered, hashed);
        } catch (LimitExceeded e) {
            throw e;
        } catch (ArchiveUnreadable e) {
            return new Blob.Flawed(e.getMessage());
        }
    }

    private static byte[] start(BufferedInputStream stream) throws IOException {
        stream.mark(TarHeader.BLOCK);
        byte[] start = stream.readNBytes(TarHeader.BLOCK);
        stream.reset();
        return start;
    }

    private Blob unpackedLayer(Compression compression, InputStream packed) throws IOException {
        try (InputStream unpacked = compression.unpack(packed)) {
            Sha256Stream layer = new Sha256Stream(budget.metered(unpacked));
            return layer(new BufferedInputStream(layer, Compression.BUFFER), layer);
        } catch (ArchiveUnreadable e) {
            throw e;
        } catch (IOException e) {
            throw new ArchiveUnreadable("it cannot be unpacked by " + compression + ": " + e.getMessage(), e);
        }
    }

    /**
     * A layer whose bytes are hashed as it is read. The digest of a file that holds a plain one is its diff id too:
     * nothing is hashed twice.
     */
    private Blob layer(InputStream unpacked, Sha256Stream hashed) throws IOException {
        try (Packer.Packed layer = packer.packed(unpacked)) {
            List<LayerEntry> entries = LayerReader.entries(layer, budget);
            Optional<Long> packedBytes = layer.bytes();
            return new Blob.Layer(hashed.digest(), entries, packedBytes);
        }
    }

    private Blob document(byte[] start, InputStream stream, Sha256Stream hashed) throws IOException {
        if (start.length == 0 || start[0] != '{' && start[0] != '[') {
            return new Blob.Flawed("it is neither a tar archive, plain or packed by gzip or zstd, nor JSON");
        }
        int limit = budget.limits().document();
        byte[] bytes = stream.readNBytes(limit + 1);
        if (bytes.length > limit) {
            return new Blob.Flawed("it is JSON of more than " + limit + " bytes: that is more than is read here");
        }
        budget.takeDocument(bytes.length);
        return new Blob.Document(hashed.digest(), bytes);
    }
}
