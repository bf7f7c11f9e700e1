package multistage.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import multistage.archive.fixtures.LargeArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Large and hostile archives are read, or refused, in a small heap: each in a process of its own, which tells how much
 * of it was used.
 */
class LargeArchiveIT {
    private static final long GB = 1024L * 1024 * 1024;
    private static final Map<String, Supplier<InputStream>> ARCHIVES = Map.of(
            "a file of 1 GB", () -> LargeArchive.ofOneFile(GB),
            "a file of 10 GB", () -> LargeArchive.ofOneFile(10 * GB),
            "as many files as are read", () -> LargeArchive.ofFiles(499_000),
            "a million files", () -> LargeArchive.ofFiles(1_000_000));

    @ParameterizedTest
    @CsvSource({
        "a file of 1 GB, 1 files of 1073741824 bytes",
        "a file of 10 GB, 'it holds more than 4.00 GB when unpacked, and no more is read'",
        "as many files as are read, 499000 files of 0 bytes",
        "a million files, 'it holds more than 500000 entries, and no more is read'"
    })
    void endsInAHeapOf256Mb(String archive, String outcome) throws IOException {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reader.class.getName(),
                        archive)
                .redirectErrorStream(true)
                .start();

        String said = new String(reader.getInputStream().readAllBytes(), UTF_8);

        assertThat(said).startsWith(outcome + "; peak heap ");
        assertThat(reader.onExit().join().exitValue()).isZero();
        System.out.print(archive + ": " + said);
    }

    /** Reads one of the archives. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] archive) {
            System.out.println(
                    outcome(ARCHIVES.get(archive[0]).get()) + "; peak heap " + peakHeap() / 1_000_000 + " MB");
        }

        private static String outcome(InputStream archive) {
            try {
                ArchivedImage image = ImageArchive.read(archive, 0);
                return image.content().files().size() + " files of "
                        + image.content().bytes() + " bytes";
            } catch (ArchiveUnreadable e) {
                return e.getMessage();
            }
        }

        private static long peakHeap() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getPeakUsage)
                    .mapToLong(peak -> peak.getUsed())
                    .sum();
        }
    }
}
