package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import multistage.facts.Amount;
import multistage.facts.Bytes;
import multistage.facts.Content;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import multistage.facts.Cut;
import multistage.facts.Message;
import multistage.facts.NotMeasured;
import multistage.facts.Sha256;
import multistage.facts.Unseen;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdUtils;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.commons.io.input.TeeInputStream;
import org.apache.commons.io.output.CountingOutputStream;

/**
 * What an image's layers hold, read from the archive that {@code docker save} streams, in one pass and without a disk. Each layer
 * is found by the digest of its bytes, which the engine tells: so any form of archive will do, and no damage goes unnoticed.
 */
final class ImageContents {
    /** Of the archive and of its layers unpacked, together: golang:1.23 takes 1.7 GB. */
    static final long MOST_BYTES = 4000 * Bytes.MB;
    /** Of the archive and of its layers; a long name counts as several. All are kept in memory. */
    static final int MOST_ENTRIES = 500_000;

    private static final int NAME = 100;
    /** Before an entry: commons-compress holds names and attributes in memory. */
    private static final long LONGEST_HEADER = Bytes.MB;

    /** Heavier images are not exported: that takes an engine a second per 100 MB. */
    private static final long HEAVIEST = 1500 * Bytes.MB;
    /** Packing takes a second per 25 MB. */
    private static final long HEAVIEST_PACKED = 100 * Bytes.MB;

    private static final int BUFFER = 1 << 16;
    private static final int BLOCK = 512;
    private static final int MOST_LINKS = 40;
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    /** Those of an image of which nothing is known. */
    static final ImageContents NONE = new ImageContents(false, 0);

    private final boolean pack;
    private final long mostBytes;
    private final Map<String, List<Item>> layers = new HashMap<>();
    private final TreeMap<String, Entry> files = new TreeMap<>();
    /** Where symbolic links lead, by path. */
    private final Map<String, String> targets = new HashMap<>();

    /** @param target where it leads, if it is a symbolic link; else empty */
    private record Item(Entry entry, String target) {}

    private long packedBytes;
    private long fileBytes;
    private long bytesRead;
    private long headerStart = Long.MAX_VALUE;
    private int entries;

    private ImageContents(boolean pack, long mostBytes) {
        this.pack = pack;
        this.mostBytes = mostBytes;
    }

    /**
     * The contents of an image on an engine.
     *
     * @param layers the digests of its layers unpacked (diff ids), lowest first
     * @param weight the bytes of its history
     * @throws NotMeasured when they are too large, or cannot be read
     */
    static ImageContents of(DockerClient client, String image, List<String> layers, long weight) throws IOException {
        if (weight > HEAVIEST) {
            throw new NotMeasured(Message.of(
                    "it weighs %s, and of an image no more than %s is read",
                    Amount.bytes(weight), Amount.bytes(HEAVIEST)));
        }
        // engines refuse to export an image without layers
        try (InputStream archive = layers.isEmpty()
                ? InputStream.nullInputStream()
                : client.saveImageCmd(image).exec()) {
            return of(archive, layers, weight <= HEAVIEST_PACKED, MOST_BYTES);
        }
    }

    /** The same of the image in an archive, its layers packed to tell what they weigh so, or not. */
    static ImageContents of(InputStream archive, List<String> layers, boolean pack, long mostBytes) {
        ImageContents contents = new ImageContents(pack, mostBytes);
        try {
            contents.read(new BufferedInputStream(archive, BUFFER));
        } catch (IOException | IllegalArgumentException damaged) {
            // commons-compress throws either, for what stands in a header
            throw damaged(line(String.valueOf(damaged.getMessage())));
        }
        for (String layer : layers) {
            contents.lay(Optional.ofNullable(contents.layers.get(layer))
                    .orElseThrow(() -> damaged(Message.of("it holds no layer with the digest %s", layer))));
        }
        contents.layers.clear();
        contents.files.remove("/");
        return contents;
    }

    private static NotMeasured damaged(Message how) {
        return new NotMeasured(Message.of("its archive is cut or damaged: %s", how));
    }

    private static Message line(String text) {
        return Message.verbatim(Cut.within(Unseen.escaped(text), NAME));
    }

    private static NotMeasured tooLarge(Message bound) {
        return new NotMeasured(Message.of("it holds more than %s, and no more is read", bound));
    }

    private void read(InputStream archive) throws IOException {
        InputStream metered = metered(archive);
        TarArchiveInputStream tar = new TarArchiveInputStream(metered, "UTF-8");
        while (next(tar) != null) {
            BufferedInputStream blob = new BufferedInputStream(CloseShieldInputStream.wrap(tar), BUFFER);
            blob.mark(BLOCK);
            byte[] start = blob.readNBytes(BLOCK);
            blob.reset();
            if (GzipCompressorInputStream.matches(start, start.length)) {
                readLayer(new GZIPInputStream(blob, BUFFER));
            } else if (ZstdUtils.matches(start, start.length)) {
                readLayer(new ZstdInputStream(blob));
            } else if (TarArchiveInputStream.matches(start, start.length) || Arrays.equals(start, new byte[BLOCK])) {
                readLayer(blob);
            }
        }
        metered.transferTo(OutputStream.nullOutputStream());
    }

    private void readLayer(InputStream layer) throws IOException {
        List<Item> items = new ArrayList<>();
        MessageDigest digest = Sha256.begun();
        CountingOutputStream packed = new CountingOutputStream(OutputStream.nullOutputStream());
        try (OutputStream copy = new DigestOutputStream(pack ? new GZIPOutputStream(packed, BUFFER) : packed, digest);
                InputStream metered = metered(new TeeInputStream(layer, copy))) {
            TarArchiveInputStream tar = new TarArchiveInputStream(metered, "UTF-8");
            for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
                items.add(new Item(entry(entry), entry.isSymbolicLink() ? entry.getLinkName() : ""));
            }
            metered.transferTo(OutputStream.nullOutputStream());
        }
        if (layers.put("sha256:" + HexFormat.of().formatHex(digest.digest()), items) == null) {
            packedBytes += packed.getByteCount();
        }
    }

    /** The next entry, after the rest of the last one: what is read then is a header. */
    private TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        if (tar.getCurrentEntry() != null) {
            tar.transferTo(OutputStream.nullOutputStream());
        }
        headerStart = bytesRead;
        TarArchiveEntry entry = tar.getNextEntry();
        headerStart = Long.MAX_VALUE;
        if (entry == null) {
            return null;
        }
        entries += 1 + (entry.getName().length() + entry.getLinkName().length()) / NAME;
        if (entries > MOST_ENTRIES) {
            throw tooLarge(Amount.count(MOST_ENTRIES, "%s entry", "%s entries"));
        }
        // of a sparse file the headers tell how many zeros it has, which nothing would bound
        if (entry.isSparse() || names(entry.getName()).contains("..")) {
            throw damaged(line(entry.getName()));
        }
        return entry;
    }

    private Entry entry(TarArchiveEntry entry) {
        String path = Unseen.escaped("/" + String.join("/", names(entry.getName())));
        Kind kind = switch (entry.getLinkFlag()) {
            case TarConstants.LF_DIR -> Kind.FOLDER;
            case TarConstants.LF_SYMLINK, TarConstants.LF_LINK -> Kind.LINK;
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM -> Kind.FILE;
            default -> Kind.OTHER;
        };
        String mode = String.format(Locale.ROOT, "%04o", entry.getMode() & 07777);
        return new Entry(path, kind, kind == Kind.FILE ? entry.getSize() : 0, mode);
    }

    private InputStream metered(InputStream stream) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(stream)
                .setAfterRead(this::count)
                .get();
    }

    private void count(int read) {
        bytesRead += Math.max(0, read);
        if (bytesRead > mostBytes) {
            throw tooLarge(Message.of("%s when unpacked", Amount.bytes(mostBytes)));
        }
        if (bytesRead - headerStart > LONGEST_HEADER) {
            throw tooLarge(Message.of("%s of names", Amount.bytes(LONGEST_HEADER)));
        }
    }

    /** Over what lies there: first all that a layer hides, then all that it brings (OCI image specification, layer.md). */
    private void lay(List<Item> layer) {
        List<Item> added = new ArrayList<>();
        for (Item item : layer) {
            Entry entry = item.entry();
            int slash = entry.path().lastIndexOf('/');
            String folder = entry.path().substring(0, slash);
            String name = entry.path().substring(slash + 1);
            if (name.equals(OPAQUE)) {
                below(folder).clear();
            } else if (name.startsWith(WHITEOUT)) {
                remove(folder + "/" + name.substring(WHITEOUT.length()));
            } else {
                added.add(item);
            }
        }
        for (Item item : added) {
            Entry entry = item.entry();
            if (entry.kind() != Kind.FOLDER) {
                remove(entry.path());
            }
            files.put(entry.path(), entry);
            targets.put(entry.path(), item.target());
            fileBytes += entry.bytes();
        }
    }

    private void remove(String path) {
        files.remove(path);
        below(path).clear();
    }

    private SortedMap<String, Entry> below(String folder) {
        return files.subMap(folder + "/", folder + "0"); // the character after the slash
    }

    private static List<String> names(String path) {
        return Stream.of(path.split("/"))
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList();
    }

    /** What a container sees, and how many bytes it does not see. A further name of a file is a link. */
    Content content() {
        long seen = files.values().stream().mapToLong(Entry::bytes).sum();
        return new Content(List.copyOf(files.values()), fileBytes - seen);
    }

    /** What its layers weigh packed by gzip, where they were packed. */
    Optional<Long> packedBytes() {
        return pack ? Optional.of(packedBytes) : Optional.empty();
    }

    /** Where a path leads, through links in the place of files and of folders. */
    String realPath(String path) {
        Deque<String> names = new ArrayDeque<>(names(path));
        String real = "";
        for (int links = 0; !names.isEmpty(); ) {
            String name = names.pop();
            String next = real + "/" + name;
            boolean link = files.containsKey(next) && !targets.get(next).isEmpty();
            if (name.equals("..")) {
                real = real.substring(0, Math.max(0, real.lastIndexOf('/')));
            } else if (link && links++ < MOST_LINKS) {
                List<String> target = new ArrayList<>(names(targets.get(next)));
                Collections.reverse(target);
                target.forEach(names::push);
                real = targets.get(next).startsWith("/") ? "" : real;
            } else {
                real = next;
            }
        }
        return real;
    }
}
