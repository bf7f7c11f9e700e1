package multistage.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run, as the labels of what it makes on an engine name it: by its process.
 *
 * @param start when the process started, in milliseconds since 1970
 * @param pid the process's number
 * @param place where processes have these numbers: user, host and namespace, hashed
 */
record Run(long start, long pid, String place) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,15})-([0-9]{1,15})-([0-9a-f]{8})");

    /** A process's start is counted from the machine's, which is told a little differently when its clock is set. */
    private static final Duration CLOCK = Duration.ofSeconds(10);

    /** After that long a run of another place, whose processes cannot be seen from here, counts as over. */
    private static final Duration FOREIGN = Duration.ofDays(1);

    static Run current() {
        ProcessHandle process = ProcessHandle.current();
        long start = process.info().startInstant().orElseGet(Instant::now).toEpochMilli();
        int place = Objects.hash(System.getProperty("user.name"), hostName(), processNamespace());
        return new Run(start, process.pid(), HexFormat.of().toHexDigits(place));
    }

    static Optional<Run> parse(String label) {
        Matcher written = WRITTEN.matcher(label);
        return written.matches()
                ? Optional.of(
                        new Run(Long.parseLong(written.group(1)), Long.parseLong(written.group(2)), written.group(3)))
                : Optional.empty();
    }

    boolean isOver() {
        return place.equals(current().place)
                ? ProcessHandle.of(pid).filter(this::isItsProcess).isEmpty()
                : start < Instant.now().minus(FOREIGN).toEpochMilli();
    }

    private boolean isItsProcess(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(started -> Math.abs(started.toEpochMilli() - start) < CLOCK.toMillis())
                .orElse(true);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException hasNoAddress) {
            return hasNoAddress.getMessage().split(":")[0]; // which is its name
        }
    }

    /** Two containers may have the same host name and use one engine. */
    private static String processNamespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException notOnLinux) {
            return "";
        }
    }

    @Override
    public String toString() {
        return start + "-" + pid + "-" + place;
    }
}
