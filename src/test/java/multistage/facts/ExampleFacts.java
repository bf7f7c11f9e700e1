package multistage.facts;

import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.facts.Inventory.Folder;
import multistage.facts.Provision.Kind;
import multistage.facts.WhatIf.Variation;

/**
 * Facts of the reference demo, made by hand: what tests judge where there is no engine.
 * {@link Changes} spoils them, one at a time.
 */
public final class ExampleFacts {
    /** What the lesson's program answers. */
    public static final String BODY = "Hello World from Go in minimal Docker container\n";

    private static final EngineFacts ENGINE =
            new EngineFacts("Docker", "28.5.2", "overlay2", "unix:///var/run/docker.sock");
    private static final Provenance PROVENANCE =
            new Provenance(Instant.parse("2026-11-01T12:00:00Z"), Optional.of("0123456789ab"));
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private ExampleFacts() {}

    /** The reference demo as it should be. */
    public static Facts good() {
        return new Facts(
                "docker",
                PROVENANCE,
                ENGINE,
                half(naiveImage(), naiveService(), naiveInventory()),
                half(multiImage(), multiService(), multiInventory()));
    }

    /** Go's official image: 835 MB in 7 layers. */
    public static Base golang() {
        return new Base(
                "golang:1.23",
                false,
                "sha256:" + "ba5e".repeat(16),
                Optional.of("sha256:" + "d19e57".repeat(10) + "d19e"),
                List.of("sha256:b1", "sha256:b2", "sha256:b3", "sha256:b4", "sha256:b5", "sha256:b6", "sha256:b7"),
                List.of(
                        layer("sha256:b1", "# debian.sh --arch 'amd64' out/ 'bookworm' '@1740355200'", 117_000_000),
                        run(
                                "sha256:b2",
                                "apt-get update; apt-get install -y ca-certificates curl gnupg netbase",
                                48_500_000),
                        run(
                                "sha256:b3",
                                "apt-get update; apt-get install -y git mercurial openssh-client",
                                177_000_000),
                        run("sha256:b4", "apt-get update; apt-get install -y g++ gcc libc6-dev make", 251_000_000),
                        noLayer("ENV GOLANG_VERSION=1.23.12"),
                        layer("sha256:b5", "COPY /target/ / # buildkit", 241_500_000),
                        run("sha256:b6", "mkdir -p \"$GOPATH/src\" \"$GOPATH/bin\"", 0),
                        layer("sha256:b7", "WORKDIR /go", 0)));
    }

    /** The naive image: 913 MB in 9 layers, of which its base has 835 MB and 7. */
    public static Image naiveImage() {
        return new Image(
                Variant.NAIVE,
                ENGINE,
                913_000_000,
                concat(golang().layers(), List.of("sha256:n1", "sha256:n2")),
                concat(
                        golang().history(),
                        List.of(
                                run("sha256:n1", "apt-get update && apt-get install -y --no-install-recommends git", 0),
                                run(
                                        "sha256:n2",
                                        "CGO_ENABLED=0 go install github.com/adriaandejonge/helloworld@latest",
                                        78_000_000),
                                noLayer("EXPOSE [8080/tcp]"),
                                noLayer("CMD [\"/go/bin/helloworld\"]"))),
                new Config(
                        List.of(),
                        List.of("/go/bin/helloworld"),
                        List.of("8080/tcp"),
                        "",
                        List.of("PATH=/go/bin:/usr/local/go/bin:" + PATH, "GOLANG_VERSION=1.23.12", "GOPATH=/go"),
                        "/go"),
                Optional.of(golang()),
                List.of(golang()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Packages(205, List.of())),
                Optional.of(executable(Variant.NAIVE, "/go/bin/helloworld", 5_079_192)),
                Optional.empty());
    }

    /** The multi-stage image: a program of 5.06 MB in one layer, and nothing else. */
    public static Image multiImage() {
        return new Image(
                Variant.MULTI,
                ENGINE,
                5_062_808,
                List.of("sha256:m1"),
                List.of(
                        layer("sha256:m1", "COPY /hello /hello # buildkit", 5_062_808),
                        noLayer("ENTRYPOINT [\"/hello\"]")),
                new Config(List.of("/hello"), List.of(), List.of(), "", List.of("PATH=" + PATH), ""),
                Optional.empty(),
                List.of(golang()),
                Optional.of(new Content(List.of(file("/hello", 5_062_808)))),
                Optional.empty(),
                Optional.of(2_170_000L),
                Optional.empty(),
                Optional.of(multiExecutable()),
                Optional.empty());
    }

    /** The multi-stage image's program: static, stripped, without a path of the machine that built it. */
    public static Executable multiExecutable() {
        return executable(Variant.MULTI, "/hello", 5_062_808);
    }

    /** The naive image's service: it answers, with a shell and all else that the base brings beside it. */
    public static Service naiveService() {
        return service(
                Variant.NAIVE,
                new Probe("a Go toolchain", "go version", true, "go version go1.23.12 linux/amd64"),
                new Probe("a C compiler", "gcc --version", true, "gcc (Debian 12.2.0-14+deb12u1) 12.2.0"),
                new Probe("git", "git --version", true, "git version 2.39.5"),
                new Probe("a shell", "sh -c echo sh runs", true, "sh runs"));
    }

    /** The multi-stage image's service: it answers, and no shell can be run beside it. */
    public static Service multiService() {
        return service(Variant.MULTI, noShell("sh -c"), noShell("bash -c"), noShell("busybox sh -c"));
    }

    /** What the naive image holds: Debian, the compilers, what the build left, and the program. */
    public static Inventory naiveInventory() {
        return new Inventory(
                29_155,
                912_500_000,
                1_523,
                List.of("/usr/bin/chfn", "/usr/bin/passwd", "/usr/bin/su", "/usr/lib/openssh/ssh-keysign"),
                List.of(
                        new Folder("/usr/lib", 3_900, 335_900_000),
                        new Folder("/usr/local", 14_100, 239_500_000),
                        new Folder("/usr/share", 8_200, 125_800_000),
                        new Folder("/usr/bin", 900, 107_500_000),
                        new Folder("/root/.cache", 610, 72_900_000),
                        new Folder("/usr/include", 1_000, 20_500_000),
                        new Folder("/go/bin", 1, 5_079_192),
                        new Folder("/etc", 120, 300_000),
                        new Folder("/go/pkg", 3, 21_000)),
                List.of(
                        found(Kind.SHELL, "/usr/bin/sh"),
                        found(Kind.DYNAMIC_LOADER, "/usr/lib64/ld-linux-x86-64.so.2"),
                        found(Kind.CERTIFICATES, "/etc/ssl/certs/ca-certificates.crt"),
                        found(Kind.TIME_ZONES, "/usr/share/zoneinfo"),
                        found(Kind.USERS, "/etc/passwd"),
                        found(Kind.TEMPORARY_FOLDER, "/tmp"),
                        found(Kind.PACKAGE_MANAGER, "/usr/bin/apt-get")));
    }

    /** What the multi-stage image holds: one file. */
    public static Inventory multiInventory() {
        return new Inventory(
                1,
                5_062_808,
                1,
                List.of(),
                List.of(new Folder("/", 1, 5_062_808)),
                Stream.of(Kind.values())
                        .map(kind -> new Provision(kind, Optional.empty()))
                        .toList());
    }

    /** The Dockerfile as it stands, and three changes of it. */
    public static WhatIf whatIf() {
        Variation unchanged = new Variation(
                "unchanged",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(5_062_808L),
                1,
                1,
                Optional.of(5_062_808L),
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                multiInventory().provisions());
        Variation cgo = changed(
                unchanged,
                with("name", "cgo"),
                with("before", List.of("RUN CGO_ENABLED=0 go build -o /hello ./main.go")),
                with("after", List.of("RUN CGO_ENABLED=1 go build -o /hello ./main.go")),
                with("bytes", Optional.of(5_230_000L)),
                with("programBytes", Optional.of(5_230_000L)),
                with("answers", false),
                with(
                        "trouble",
                        Optional.of(Message.of(
                                "the program needs a dynamic loader, %s, which the image does not hold",
                                "/lib64/ld-linux-x86-64.so.2"))),
                with("interpreter", Optional.of("/lib64/ld-linux-x86-64.so.2")));
        Variation debian = changed(
                unchanged,
                with("name", "final-debian"),
                with("before", List.of("FROM scratch")),
                with("after", List.of("FROM debian:12")),
                with("bytes", Optional.of(121_000_000L)),
                with("layers", 2),
                with("files", 6_300L),
                with("provisions", List.of(found(Kind.SHELL, "/usr/bin/sh"))));
        Variation notBuilt = changed(
                unchanged,
                with("name", "final-golang"),
                with("before", List.of("FROM scratch")),
                with("after", List.of("FROM golang:1.23")),
                with("failure", Optional.of(Message.verbatim("golang:1.23 is needed and cannot be pulled"))),
                with("bytes", Optional.empty()),
                with("layers", 0),
                with("files", 0L),
                with("programBytes", Optional.empty()),
                with("answers", false));
        return new WhatIf(PROVENANCE, ENGINE, golang(), List.of(unchanged, cgo, debian, notBuilt));
    }

    /** What Go writes into a program that is built as the lesson builds it. */
    public static GoBuild goBuild() {
        return new GoBuild(
                "go1.23.12", Map.of("-compiler", "gc", "CGO_ENABLED", "0", "GOARCH", "amd64", "GOOS", "linux"));
    }

    private static Provision found(Kind kind, String path) {
        return new Provision(kind, Optional.of(path));
    }

    /** An answer of Go's HTTP server. */
    public static Response response(int status, String body) {
        return new Response(
                status,
                Map.of(
                        "content-length",
                        String.valueOf(body.length()),
                        "content-type",
                        "text/plain; charset=utf-8",
                        "date",
                        "Sun, 01 Nov 2026 12:00:00 GMT"),
                body,
                false);
    }

    /** A file in an image's content. */
    public static Content.Entry file(String path, long bytes) {
        return new Content.Entry(path, Content.Kind.FILE, bytes, "0755");
    }

    /** The history entry that BuildKit writes for a RUN, and the layer that it made. */
    public static HistoryEntry run(String layer, String command, long bytes) {
        return layer(layer, "RUN /bin/sh -c " + command + " # buildkit", bytes);
    }

    /** A history entry that made a layer. */
    public static HistoryEntry layer(String layer, String createdBy, long bytes) {
        return new HistoryEntry(createdBy, bytes, Optional.of(layer));
    }

    /** A history entry that made none. */
    public static HistoryEntry noLayer(String createdBy) {
        return new HistoryEntry(createdBy, 0, Optional.empty());
    }

    /** What the lesson's Dockerfile-naive says. */
    public static List<Instruction> naiveInstructions() {
        return List.of(
                new Instruction(1, "FROM golang:1.23"),
                new Instruction(
                        3,
                        "RUN apt-get update &&     apt-get install -y --no-install-recommends git &&"
                                + "     rm -rf /var/lib/apt/lists/*"),
                new Instruction(
                        7,
                        "RUN CGO_ENABLED=0 go install -ldflags=\"-s -w\" github.com/adriaandejonge/helloworld@latest"),
                new Instruction(9, "EXPOSE 8080"),
                new Instruction(10, "CMD [\"/go/bin/helloworld\"]"));
    }

    /** What the lesson's Dockerfile-multi says. */
    public static List<Instruction> multiInstructions() {
        return List.of(
                new Instruction(3, "FROM golang:1.23 AS builder"),
                new Instruction(4, "WORKDIR /app"),
                new Instruction(6, "COPY <<'EOF' main.go", Optional.of("5d1e0c2b7a94")),
                new Instruction(25, "RUN CGO_ENABLED=0 go build -trimpath -ldflags=\"-s -w\" -o /hello ./main.go"),
                new Instruction(27, "FROM scratch"),
                new Instruction(28, "COPY --from=builder /hello /hello"),
                new Instruction(29, "ENTRYPOINT [\"/hello\"]"));
    }

    private static ImageFacts half(Image image, Service service, Inventory inventory) {
        Variant variant = image.variant();
        String log = "target/logs/docker/" + variant.word() + ".log";
        return new ImageFacts(
                variant,
                new BuildFacts(
                        variant,
                        variant == Variant.NAIVE ? naiveInstructions() : multiInstructions(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("golang:1.23"),
                        false,
                        Duration.ofSeconds(16),
                        log),
                Optional.of(image),
                Optional.of(service),
                Optional.of(inventory),
                Optional.of(service));
    }

    private static Executable executable(Variant variant, String path, long bytes) {
        return new Executable(
                variant, path, bytes, Optional.empty(), List.of(), List.of(), List.of(), Optional.of(goBuild()));
    }

    private static Service service(Variant variant, Probe... probes) {
        return new Service(
                variant,
                Optional.of(response(200, BODY)),
                Duration.ofMillis(210),
                Optional.of(response(200, BODY)),
                Duration.ofMillis(1400),
                true,
                Optional.empty(),
                Optional.empty(),
                List.of("Started, serving at 8080"),
                List.of(probes));
    }

    private static Probe noShell(String shell) {
        String program = shell.split(" ")[0];
        String refusal = "exec: \"" + program + "\": executable file not found in $PATH";
        return new Probe("a shell", shell + " echo " + program + " runs", false, refusal);
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
