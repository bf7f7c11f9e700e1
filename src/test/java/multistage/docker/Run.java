package multistage.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run, as the labels of what it makes on an engine name it: by its process.
 *
 * @param start when the process started, in milliseconds since 1970
 * @param pid the process's number
 * @param place where processes have these numbers
 */
record Run(long start, long pid, String place) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,15})-([0-9]{1,15})-([0-9a-f]{8})");
    /** Starts are told a little differently when the machine's clock is set meanwhile. */
    private static final long SAME_START_MILLIS = 10_000;
    /** After a day a run of another place, whose processes cannot be seen from here, counts as over. */
    private static final long FOREIGN_MILLIS = 24 * 60 * 60 * 1000;

    static Run current() {
        ProcessHandle process = ProcessHandle.current();
        String place = HexFormat.of().toHexDigits(thisPlace().hashCode());
        return new Run(startOf(process, System.currentTimeMillis()), process.pid(), place);
    }

    /** This user, this host, this namespace of processes: containers may have one host name and use one engine. */
    private static String thisPlace() {
        String user = System.getProperty("user.name");
        Path namespace = Path.of("/proc/self/ns/pid"); // on Linux
        try {
            String inside =
                    Files.exists(namespace) ? Files.readSymbolicLink(namespace).toString() : "";
            return user + inside + InetAddress.getLocalHost().getHostName();
        } catch (IOException withoutAddress) {
            return user + withoutAddress.getMessage(); // the host's name
        }
    }

    private static long startOf(ProcessHandle process, long unknown) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(unknown);
    }

    /** Whether a label names one of these runs. */
    static boolean isOneOf(Predicate<Run> runs, String label) {
        Matcher written = WRITTEN.matcher(label);
        return written.matches()
                && runs.test(
                        new Run(Long.parseLong(written.group(1)), Long.parseLong(written.group(2)), written.group(3)));
    }

    boolean isOver() {
        return place.equals(current().place)
                ? ProcessHandle.of(pid).stream()
                        .noneMatch(process -> Math.abs(startOf(process, start) - start) < SAME_START_MILLIS)
                : System.currentTimeMillis() - start > FOREIGN_MILLIS;
    }

    @Override
    public String toString() {
        return start + "-" + pid + "-" + place;
    }
}
