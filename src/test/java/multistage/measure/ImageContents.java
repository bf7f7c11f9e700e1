package multistage.measure;

import com.github.dockerjava.api.DockerClient;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
import multistage.facts.Message;
import multistage.facts.Sha256;
import multistage.facts.Unseen;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdUtils;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.commons.io.output.CountingOutputStream;

/**
 * What an image's layers hold, read from the archive that {@code docker save} streams, in one pass and without a disk. A layer is
 * found by the digest of its bytes, which the engine tells, in whichever form the archive is: so no damage goes unnoticed.
 */
final class ImageContents {
    /** Of the archive and of its layers unpacked, together: golang:1.23 takes 1.7 GB. */
    static final long MOST_BYTES = 4000 * Bytes.MB;
    /** Of the archive and of its layers; they are kept in memory. */
    static final int MOST_ENTRIES = 500_000;
    /** Of all names, which are kept too. */
    private static final long MOST_NAMES = 32 * Bytes.MB;
    /** Before one entry: commons-compress holds long names and attributes in memory. */
    private static final long LONGEST_HEADER = Bytes.MB;

    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Heavier images are not exported: that takes an engine a second per 100 MB. */
    private static final long HEAVIEST = 1500 * Bytes.MB;
    /** Packing takes a second per 25 MB. */
    private static final long HEAVIEST_PACKED = 100 * Bytes.MB;

    private static final int BUFFER = 1 << 16;
    private static final int START = 512;
    private static final int MOST_LINKS = 40;
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private final TreeMap<String, Item> files = new TreeMap<>();
    private long bytes;
    private final Optional<Long> packedBytes;

    private record Item(String path, Kind kind, long bytes, int mode, String target) {
        String folder() {
            return path.substring(0, path.lastIndexOf('/'));
        }

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private record Layer(List<Item> items, long packedBytes) {}

    /** @param layers the image's, lowest first */
    private ImageContents(List<Layer> layers, boolean packed) {
        for (Layer layer : layers) {
            layer.items.stream()
                    .filter(item -> item.name().startsWith(WHITEOUT))
                    .forEach(this::hide);
            layer.items.stream()
                    .filter(item -> !item.name().startsWith(WHITEOUT))
                    .forEach(this::put);
        }
        files.remove("/");
        packedBytes = packed
                ? Optional.of(
                        layers.stream().distinct().mapToLong(Layer::packedBytes).sum())
                : Optional.empty();
    }

    /**
     * The contents of an image on an engine.
     *
     * @param layers the digests of its layers unpacked (diff ids), lowest first
     * @param weight the bytes of its history
     * @throws IOException when they are too large or cannot be read
     */
    static ImageContents read(DockerClient client, String image, List<String> layers, long weight) throws IOException {
        if (layers.isEmpty()) {
            return new ImageContents(List.of(), false); // which engines refuse to export
        }
        if (weight > HEAVIEST) {
            throw new Unreadable(Message.of(
                    "it weighs %s, and of an image no more than %s is read",
                    Amount.bytes(weight), Amount.bytes(HEAVIEST)));
        }
        try (InputStream archive = client.saveImageCmd(image).exec()) {
            return read(archive, layers, weight <= HEAVIEST_PACKED, MOST_BYTES);
        }
    }

    /**
     * The contents of the image in an archive, which is read to its end.
     *
     * @param pack whether to tell what its layers weigh packed
     */
    static ImageContents read(InputStream archive, List<String> layers, boolean pack, long most) throws Unreadable {
        try {
            Map<String, Layer> found = new Pass(pack, most).layers(archive);
            for (String layer : layers) {
                if (!found.containsKey(layer)) {
                    throw unreadable(Message.of("it holds no layer with the digest %s", layer));
                }
            }
            return new ImageContents(layers.stream().map(found::get).toList(), pack);
        } catch (Unreadable known) {
            throw known;
        } catch (IOException | IllegalArgumentException damaged) {
            // commons-compress throws either for what a header holds
            throw unreadable(Message.verbatim(Unseen.escaped(String.valueOf(damaged.getMessage()))));
        }
    }

    private static Unreadable unreadable(Message why) {
        return new Unreadable(Message.of("its archive is cut or damaged: %s", why));
    }

    private void hide(Item whiteout) {
        if (whiteout.name().equals(OPAQUE)) {
            below(whiteout.folder()).clear();
        } else {
            remove(whiteout.folder() + "/" + whiteout.name().substring(WHITEOUT.length()));
        }
    }

    private void put(Item item) {
        if (item.kind != Kind.FOLDER) {
            remove(item.path);
        }
        files.put(item.path, item);
        bytes += item.bytes;
    }

    private void remove(String path) {
        files.remove(path);
        below(path).clear();
    }

    private SortedMap<String, Item> below(String folder) {
        return files.subMap(folder + "/", folder + "0"); // which is the character after the slash
    }

    /** Its files as a container sees them, and what those weigh that it does not see. A further name of a file is a link. */
    Content content() {
        List<Entry> seen = files.values().stream()
                .map(item -> new Entry(
                        Unseen.escaped(item.path),
                        item.kind,
                        item.bytes,
                        String.format(Locale.ROOT, "%04o", item.mode)))
                .toList();
        return new Content(seen, bytes - seen.stream().mapToLong(Entry::bytes).sum());
    }

    /** What its layers weigh packed by gzip, where they were packed. */
    Optional<Long> packedBytes() {
        return packedBytes;
    }

    /** Where a path leads to, through links to files and to folders. */
    String realPath(String path) {
        Deque<String> ahead = new ArrayDeque<>(names(path));
        String real = "";
        for (int links = 0; !ahead.isEmpty(); ) {
            String name = ahead.pop();
            Item item = files.get(real + "/" + name);
            if (name.equals("..")) {
                real = real.substring(0, Math.max(0, real.lastIndexOf('/')));
            } else if (item == null || item.target.isEmpty() || ++links > MOST_LINKS) {
                real += "/" + name;
            } else {
                real = item.target.startsWith("/") ? "" : real;
                List<String> target = names(item.target);
                for (int i = target.size() - 1; i >= 0; i--) {
                    ahead.push(target.get(i));
                }
            }
        }
        return real;
    }

    private static List<String> names(String path) {
        return Stream.of(path.split("/"))
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList();
    }

    /** One pass over an archive, within limits. */
    private static final class Pass {
        private final boolean pack;
        private final long most;
        private final long began = System.nanoTime();
        private final Map<String, Layer> layers = new HashMap<>();
        private long bytes;
        private long entries;
        private long names;
        private long headerStart = Long.MAX_VALUE;

        Pass(boolean pack, long most) {
            this.pack = pack;
            this.most = most;
        }

        Map<String, Layer> layers(InputStream archive) throws IOException {
            InputStream metered = metered(new BufferedInputStream(archive, BUFFER), OutputStream.nullOutputStream());
            TarArchiveInputStream tar = new TarArchiveInputStream(metered, StandardCharsets.UTF_8.name());
            while (next(tar) != null) {
                BufferedInputStream blob = new BufferedInputStream(CloseShieldInputStream.wrap(tar), BUFFER);
                Optional<InputStream> layer = unpacked(blob);
                if (layer.isPresent()) {
                    read(layer.get());
                }
            }
            metered.transferTo(OutputStream.nullOutputStream());
            return layers;
        }

        /** Empty for what is no layer. */
        private static Optional<InputStream> unpacked(BufferedInputStream blob) throws IOException {
            blob.mark(START);
            byte[] start = blob.readNBytes(START);
            blob.reset();
            if (GzipCompressorInputStream.matches(start, start.length)) {
                return Optional.of(new GZIPInputStream(blob, BUFFER));
            }
            if (ZstdUtils.matches(start, start.length)) {
                return Optional.of(new ZstdInputStream(blob));
            }
            boolean empty = Arrays.equals(start, new byte[START]); // a layer without files
            return empty || TarArchiveInputStream.matches(start, start.length) ? Optional.of(blob) : Optional.empty();
        }

        private void read(InputStream layer) throws IOException {
            List<Item> items = new ArrayList<>();
            MessageDigest digest = Sha256.begun();
            CountingOutputStream packed = new CountingOutputStream(OutputStream.nullOutputStream());
            try (layer;
                    OutputStream seen =
                            new DigestOutputStream(pack ? new GZIPOutputStream(packed, BUFFER) : packed, digest)) {
                InputStream metered = metered(layer, seen);
                TarArchiveInputStream tar = new TarArchiveInputStream(metered, StandardCharsets.UTF_8.name());
                for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
                    items.add(item(entry));
                }
                metered.transferTo(OutputStream.nullOutputStream());
            }
            layers.put("sha256:" + HexFormat.of().formatHex(digest.digest()), new Layer(items, packed.getByteCount()));
        }

        /** The next entry, the rest of the last one read: what is read besides is a header. */
        private TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
            if (tar.getCurrentEntry() != null) {
                tar.transferTo(OutputStream.nullOutputStream());
            }
            headerStart = bytes;
            TarArchiveEntry entry = tar.getNextEntry();
            headerStart = Long.MAX_VALUE;
            if (entry != null) {
                names += entry.getName().length() + entry.getLinkName().length();
                refuseBeyond(MOST_ENTRIES, ++entries, Amount.count(MOST_ENTRIES, "%s entry", "%s entries"));
                refuseBeyond(MOST_NAMES, names, Message.of("%s of names", Amount.bytes(MOST_NAMES)));
                // the headers of a sparse file tell how many zeros it has, which nothing bounds
                if (!entry.isCheckSumOK()
                        || entry.isSparse()
                        || names(entry.getName()).contains("..")) {
                    throw unreadable(Message.verbatim(Unseen.escaped(entry.getName())));
                }
            }
            return entry;
        }

        private static Item item(TarArchiveEntry entry) {
            Kind kind = kind(entry);
            return new Item(
                    "/" + String.join("/", names(entry.getName())),
                    kind,
                    kind == Kind.FILE ? entry.getSize() : 0,
                    entry.getMode() & 07777,
                    entry.isSymbolicLink() ? entry.getLinkName() : "");
        }

        private static Kind kind(TarArchiveEntry entry) {
            return switch (entry.getLinkFlag()) {
                case TarConstants.LF_DIR -> Kind.FOLDER;
                case TarConstants.LF_SYMLINK, TarConstants.LF_LINK -> Kind.LINK;
                case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG -> Kind.FILE;
                default -> Kind.OTHER;
            };
        }

        /** The same bytes, counted, each also written there: whoever skips reads. */
        private InputStream metered(InputStream stream, OutputStream seen) {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int count = stream.read(buffer, offset, length);
                    count(Math.max(0, count));
                    seen.write(buffer, offset, Math.max(0, count));
                    return count;
                }
            };
        }

        private void count(int read) throws Unreadable {
            bytes += read;
            refuseBeyond(most, bytes, Message.of("%s when unpacked", Amount.bytes(most)));
            refuseBeyond(LONGEST_HEADER, bytes - headerStart, Message.of("%s of names", Amount.bytes(LONGEST_HEADER)));
            refuseBeyond(
                    LONGEST.toNanos(),
                    System.nanoTime() - began,
                    Message.of("can be read in %s", Amount.seconds(LONGEST)));
        }

        private static void refuseBeyond(long most, long found, Message bound) throws Unreadable {
            if (found > most) {
                throw new Unreadable(Message.of("it holds more than %s, and no more is read", bound));
            }
        }
    }
}
