package multistage.baseline;

import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.executable;
import static multistage.facts.Changes.holding;
import static multistage.facts.Changes.image;
import static multistage.facts.Changes.multi;
import static multistage.facts.Changes.naive;
import static multistage.facts.Changes.with;
import static multistage.facts.ExampleFacts.file;
import static multistage.facts.ExampleFacts.golang;
import static multistage.facts.ExampleFacts.good;
import static multistage.facts.ExampleFacts.naiveImage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import multistage.facts.Facts;
import multistage.facts.HistoryEntry;
import multistage.facts.Image;
import multistage.facts.ImageFacts;
import multistage.facts.Instruction;

/** For tests: facts of which one thing is not what it is in the good ones. */
final class Moved {
    private Moved() {}

    /** Good facts, but for this one. */
    static Facts only(Fact fact) {
        return changed(
                good(),
                switch (fact) {
                    case CONTENT -> multi(image(holding(file("/hello", 5_315_949))));
                    case EXECUTABLE -> multi(image(executable(with("bytes", 4_809_667L))));
                    case LAYERS -> multi(image(with("layers", List.of("sha256:m1", "sha256:m2"))));
                    case FILES -> multi(image(holding(file("/hello", 5_062_808), file("/etc/passwd", 0))));
                    case ENTRYPOINT -> multi(config("entrypoint", List.of("/bin/sh", "-c", "/hello")));
                    case COMMAND -> multi(config("command", List.of("-v")));
                    case USER -> multi(config("user", "65534"));
                    case PORTS -> multi(config("exposedPorts", List.of("8080/tcp")));
                    case ENV -> multi(config("env", List.of()));
                    case DIRECTORY -> multi(config("workingDirectory", "/app"));
                    case NAIVE_LAYERS ->
                        naive(image(with("layers", naiveImage().layers().subList(0, 8))));
                    case NAIVE_ENTRYPOINT -> naive(config("entrypoint", List.of("/bin/sh")));
                    case NAIVE_COMMAND -> naive(config("command", List.of("helloworld")));
                    case NAIVE_USER -> naive(config("user", "root"));
                    case NAIVE_PORTS -> naive(config("exposedPorts", List.of()));
                    case BYTES_OVER_BASE -> aptGetBrings(5_000_000);
                    case NAIVE_ENV -> naive(config("env", List.of("GOPATH=/go")));
                    case NAIVE_DIRECTORY -> naive(config("workingDirectory", "/"));
                });
    }

    /** The naive image is built upon another base, which is as good. */
    static UnaryOperator<Facts> uponAnotherBase() {
        List<String> layers = new ArrayList<>(golang().layers());
        layers.set(0, "sha256:another");
        return naive(image(with("base", Optional.of(changed(golang(), with("layers", layers))))));
    }

    /** The naive image is built upon a stand-in with that lowest layer. */
    static UnaryOperator<Facts> uponAStandIn(String layer) {
        List<String> layers = new ArrayList<>(golang().layers());
        layers.set(0, layer);
        return naive(image(
                with("base", Optional.of(changed(golang(), with("layers", layers), with("standIn", true))))));
    }

    /** The apt-get step weighs something, where it weighed nothing: Debian has another git. */
    static UnaryOperator<Facts> aptGetBrings(long bytes) {
        return brings(4, bytes);
    }

    /** The go install step weighs that, where it weighed 78 MB: the module has moved. */
    static UnaryOperator<Facts> goInstallBrings(long bytes) {
        return brings(3, bytes);
    }

    private static UnaryOperator<Facts> brings(int stepFromTheEnd, long bytes) {
        List<HistoryEntry> history = new ArrayList<>(naiveImage().history());
        int at = history.size() - stepFromTheEnd;
        HistoryEntry step = history.get(at);
        history.set(at, new HistoryEntry(step.createdBy(), bytes, step.layer()));
        return naive(image(with("history", history)));
    }

    /** The image has a step more than its Dockerfile tells of, and that weighs something. */
    static UnaryOperator<Facts> oneStepMore() {
        List<HistoryEntry> history = new ArrayList<>(naiveImage().history());
        history.add(new HistoryEntry("RUN more", 1_000_000, Optional.of("sha256:n3")));
        return naive(image(with("history", history)));
    }

    /** The same folder, as another engine writes it. */
    static UnaryOperator<Facts> rootFolderByName() {
        return multi(config("workingDirectory", "/"));
    }

    /** Another Dockerfile, which gave the same image. */
    static UnaryOperator<ImageFacts> saying(List<Instruction> instructions) {
        return half -> changed(half, with("build", changed(half.build(), with("instructions", instructions))));
    }

    private static UnaryOperator<ImageFacts> config(String component, Object value) {
        UnaryOperator<Image> config =
                image -> changed(image, with("config", changed(image.config(), with(component, value))));
        return image(config);
    }
}
