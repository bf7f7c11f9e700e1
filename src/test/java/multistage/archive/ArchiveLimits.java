package multistage.archive;

/**
 * How much of an archive is read before it is refused. The defaults let every image pass that a lesson could call for,
 * and a hostile one end in seconds inside a heap of 256 MB.
 *
 * @param bytes read in all: those of the archive, and those that its compressed layers unpack to. Bounds the time, for
 *     bombs and endless streams too; golang:1.23 takes 0.9 GB
 * @param entries of the archive and all of its layers together. Each is remembered and takes some 200 bytes of heap;
 *     golang:1.23 has 33,000
 * @param names bytes that the names of all those entries take: remembered too, and a name may be long
 * @param header bytes of one extended header, which may come before any entry and is read whole; engines write
 *     attributes of up to 64 kB there
 * @param document bytes of one JSON document, kept until it is known what it is; a config takes some 10 kB
 * @param documents bytes of all JSON documents together
 */
record ArchiveLimits(long bytes, int entries, long names, int header, int document, long documents) {
    private static final int MB = 1_000_000;

    static final ArchiveLimits DEFAULT = new ArchiveLimits(4000L * MB, 500_000, 32 * MB, MB, MB, 8 * MB);
}
