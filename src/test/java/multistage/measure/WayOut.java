package multistage.measure;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * For tests: a place on the network that this machine's own settings name: its proxy, and where it gets packages.
 *
 * @param name as the settings have it
 * @param address its IP address and port
 */
record WayOut(String name, String address) {
    private static final Pattern URL =
            Pattern.compile("(?<scheme>https?)://(?:[^@/\\s]*@)?(?<host>[\\w.-]+)(?::(?<port>\\d+))?");

    static Stream<WayOut> ofThisMachine() {
        return Stream.of(
                        Stream.of(System.getenv("https_proxy"), System.getenv("http_proxy")),
                        lines(Path.of("/etc/apt/sources.list")),
                        lines(Path.of("/etc/apt/sources.list.d")))
                .flatMap(lines -> lines)
                .filter(Objects::nonNull)
                .flatMap(line -> URL.matcher(line).results())
                .flatMap(WayOut::of)
                .distinct();
    }

    private static Stream<WayOut> of(MatchResult url) {
        String port = url.group(3) != null ? url.group(3) : url.group(1).equals("https") ? "443" : "80";
        try {
            return Stream.of(
                    new WayOut(url.group(2), InetAddress.getByName(url.group(2)).getHostAddress() + ":" + port));
        } catch (IOException unknownHere) {
            return Stream.empty();
        }
    }

    private static Stream<String> lines(Path fileOrFolder) {
        try (Stream<Path> files = Files.walk(fileOrFolder)) {
            return files.filter(Files::isRegularFile).flatMap(WayOut::read).toList().stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
