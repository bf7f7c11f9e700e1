package multistage.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the archive of one image that {@code docker save} and {@code podman save} give: Docker's form, with {@code
 * manifest.json}, of any age, or an OCI layout, its layers plain or packed by gzip or zstd. It is read as it streams:
 * nothing is unpacked to a disk, files' bytes are hashed and passed over, and only names, sizes and small JSON
 * documents are kept until the manifest has told what they are, in whichever order they come.
 */
public final class ImageArchive {
    private final ArchiveLimits limits;
    private final Budget budget;
    private final BlobReader reader;
    private final Blobs blobs = new Blobs();

    private ImageArchive(ArchiveLimits limits, long packUnder) {
        this.limits = limits;
        this.budget = new Budget(limits);
        this.reader = new BlobReader(budget, new Packer(packUnder));
    }

    /**
     * Reads the stream to its end, and does not close it; packs the layers, to tell what they weigh so, if they are small.
     *
     * @param packUnder how many bytes they have to stay under for that, unpacked: packing takes a second per 25 MB; 0 for
     *     never
     * @throws ArchiveUnreadable if the stream fails, is no archive of one image, is cut or damaged anywhere, does not
     *     hash to the digests that it names, or is larger than any image should be: 4 GB when unpacked, or 500,000
     *     entries
     */
    public static ArchivedImage read(InputStream stream, long packUnder) throws ArchiveUnreadable {
        return read(stream, packUnder, ArchiveLimits.DEFAULT);
    }

    static ArchivedImage read(InputStream stream, long packUnder, ArchiveLimits limits) throws ArchiveUnreadable {
        ImageArchive archive = new ImageArchive(limits, packUnder);
        try {
            archive.pass(stream);
        } catch (ArchiveUnreadable e) {
            throw e;
        } catch (IOException e) {
            throw new ArchiveUnreadable("it could not be read to its end: " + e, e);
        }
        return archive.image();
    }

    private void pass(InputStream stream) throws IOException {
        InputStream metered = budget.metered(new BufferedInputStream(stream, Compression.BUFFER));
        TarReader tar = new TarReader(metered, limits);
        for (Optional<TarHeader> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
            note(entry.get(), tar.data());
        }
        metered.transferTo(OutputStream.nullOutputStream());
    }

    private void note(TarHeader entry, InputStream data) throws IOException {
        String path = Paths.inArchive(entry.name());
        budget.takeEntry(path + entry.target());
        if (entry.isFile()) {
            blobs.add(path, reader.read(path, data));
        } else if (entry.isSymbolicLink()) {
            blobs.link(path, Paths.absolute(Paths.folder(path) + "/" + entry.target()));
        } else if (entry.isHardLink()) {
            blobs.link(path, Paths.absolute(entry.target()));
        }
    }

    private ArchivedImage image() throws ArchiveUnreadable {
        Manifest manifest = Manifest.of(blobs);
        ImageConfig config = ImageConfig.of(manifest, blobs);
        FileTree tree = new FileTree(limits);
        Map<String, Optional<Long>> packed = new HashMap<>();
        for (int i = 0; i < manifest.layers().size(); i++) {
            Blob.Layer layer = blobs.layer(manifest.layers().get(i));
            lay(layer, manifest.layers().get(i), config.diffIds().get(i), tree);
            packed.put(layer.diffId(), layer.packedBytes());
        }
        return new ArchivedImage(config.diffIds(), config.history(), tree.content(), sum(packed.values()));
    }

    /** Nothing where one of them is not known. */
    private static Optional<Long> sum(Collection<Optional<Long>> sizes) {
        return sizes.stream().allMatch(Optional::isPresent)
                ? Optional.of(sizes.stream().mapToLong(Optional::get).sum())
                : Optional.empty();
    }

    private static void lay(Blob.Layer layer, String name, String diffId, FileTree tree) throws ArchiveUnreadable {
        String shown = "layer " + RawText.shown(RawText.of(name)) + ": ";
        if (!layer.diffId().equals(diffId)) {
            throw new ArchiveUnreadable(shown + "its bytes hash to " + layer.diffId() + ", and the config says "
                    + RawText.shown(RawText.of(diffId)));
        }
        try {
            tree.add(layer.entries());
        } catch (ArchiveUnreadable e) {
            throw new ArchiveUnreadable(shown + e.getMessage(), e);
        }
    }
}
