package multistage.facts;

import java.util.List;
import java.util.Optional;

/**
 * A built image, as the engine describes it and as its content was read.
 *
 * @param variant which of the two
 * @param engine the engine whose figures these are
 * @param engineSize what the engine's list of images ({@code docker images}) calls its size, in bytes: shown, never judged,
 *     since engines differ on it
 * @param layers its layers' digests (diff ids), lowest first
 * @param history its history, oldest entry first
 * @param config how it is to be run
 * @param base the longest local image whose layers start its own, if there is one
 * @param builtFrom the images that its build started from, whether or not their layers are in it
 * @param content its files, where they were read
 * @param contentTrouble why they could not be read, where that was tried
 * @param packedBytes what its layers weigh packed by gzip, as a registry carries them, where they were read; engines differ
 *     by a few bytes
 * @param packages the Debian packages in it; empty where it has no list of any
 * @param executable the program that it runs, where it could be read
 * @param executableTrouble why it could not, where it is there
 */
public record Image(
        Variant variant,
        EngineFacts engine,
        long engineSize,
        List<String> layers,
        List<HistoryEntry> history,
        Config config,
        Optional<Base> base,
        List<Base> builtFrom,
        Optional<Content> content,
        Optional<Message> contentTrouble,
        Optional<Long> packedBytes,
        Optional<Packages> packages,
        Optional<Executable> executable,
        Optional<Message> executableTrouble) {

    public Image {
        layers = List.copyOf(layers);
        history = List.copyOf(history);
        builtFrom = List.copyOf(builtFrom);
    }

    /** The bytes that its history adds up to: what its files weigh unpacked, as this engine's store counts them. */
    public long historyBytes() {
        return HistoryEntry.bytes(history);
    }

    /** The entry of its history that made this layer, where that is known. */
    public Optional<HistoryEntry> madeLayer(String layer) {
        return history.stream()
                .filter(entry -> entry.layer().equals(Optional.of(layer)))
                .findFirst();
    }

    /** The program that it runs; {@link NotMeasured}, with the reason, when there is none that could be read. */
    public Executable program() {
        return executable.orElseThrow(() -> new NotMeasured(executableTrouble
                .map(why -> Message.of("the program that %s runs could not be read: %s", variant, why))
                .orElseGet(() -> config.commandLine().isEmpty()
                        ? Message.of("%s says nothing of what to run, neither by ENTRYPOINT nor by CMD", variant)
                        : Message.of("%s holds no program that its ENTRYPOINT and CMD would run", variant))));
    }
}
