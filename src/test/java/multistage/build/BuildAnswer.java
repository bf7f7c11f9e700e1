package multistage.build;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import multistage.facts.Cut;

/**
 * An engine's answer to a build, in the shape that docker-java reads: BuildKit's traces become lines of a log, and the
 * id of its image becomes {@code Successfully built …}. What another builder answers stays as it is. Nothing is read
 * ahead: each line of the log is handed over, and can be read, the moment that it came.
 *
 * <p>What the answer said may be asked at any time and from any thread; all is said when the stream is at its end.
 */
final class BuildAnswer extends InputStream {
    private static final String SUCCESS = "Successfully built";
    private static final int LONGEST_ERROR = 64_000;

    private final AnswerLines lines;
    private final Consumer<String> log;
    private final ByteArrayOutputStream translated = new ByteArrayOutputStream();
    private final PlainProgress buildKit = new PlainProgress(this::tell);
    private final ClassicProgress classic;
    private final BoundedLog remarks = new BoundedLog(this::tell);
    private InputStream ready = InputStream.nullInputStream();
    private boolean ended;
    private boolean byBuildKit;
    private Optional<String> lastId = Optional.empty();
    private Optional<String> error = Optional.empty();

    /**
     * @param answer what the engine answers; closed with this
     * @param log takes each line of the build's log
     */
    BuildAnswer(InputStream answer, Consumer<String> log) {
        this.lines = new AnswerLines(answer);
        this.log = log;
        this.classic = new ClassicProgress(log);
    }

    /** The image that was built: {@code sha256:…}, or as much of its id as a classic builder told. */
    synchronized Optional<String> imageId() {
        if (error.isPresent()) {
            return Optional.empty();
        }
        return byBuildKit
                ? lastId
                : classic.built().map(id -> lastId.filter(it -> it.contains(id)).orElse(id));
    }

    /** Why there is no image, in the engine's words. */
    synchronized Optional<String> error() {
        return error;
    }

    /** The images that it was built FROM, as one writes them. */
    synchronized List<String> bases() {
        return progress().bases();
    }

    /** Whether there is an image of which every step that can come from the build cache did. */
    synchronized boolean cached() {
        return imageId().isPresent() && progress().cached();
    }

    /** The step at which the build is. */
    synchronized Optional<String> stepUnderWay() {
        return progress().stepUnderWay();
    }

    /** The step at which the build failed, where it was at one, as the engine names it. */
    synchronized Optional<String> failedStep() {
        return progress().failedStep();
    }

    /** The image for want of which the build failed, as one pulls it. */
    synchronized Optional<String> unresolvedImage() {
        return error.flatMap(text -> UnresolvedImage.in(text, failedStep()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        while (length > 0 && ready.available() == 0) {
            if (ended) {
                return -1;
            }
            Optional<AnswerLines.Line> line = lines.next();
            ended = line.isEmpty();
            ready = new ByteArrayInputStream(translate(line));
        }
        return length == 0 ? 0 : ready.read(into, offset, length);
    }

    @Override
    public int available() throws IOException {
        return ready.available();
    }

    @Override
    public void close() throws IOException {
        try {
            lines.close();
        } finally {
            finish();
        }
    }

    private synchronized byte[] translate(Optional<AnswerLines.Line> line) {
        translated.reset();
        if (line.isEmpty()) {
            finish();
        } else if (line.get().tooLong()) {
            leaveOut("it is longer than " + AnswerLines.LONGEST + " bytes");
        } else {
            translate(line.get().bytes());
        }
        return translated.toByteArray();
    }

    /** Tells what still waits for the end of its line. */
    private synchronized void finish() {
        buildKit.finish();
        classic.finish();
    }

    private void translate(byte[] line) {
        Said said;
        try {
            said = Said.parse(line);
        } catch (IOException e) {
            leaveOut("it is not JSON, or breaks off");
            return;
        }
        if (said.failure().isPresent()) {
            fail(said.failure().get());
            passOn(line);
        } else if (said.isTrace()) {
            show(said);
        } else if (said.isBuildKitsImage()) {
            built(said.imageId());
        } else if (said.isReadable()) {
            lastId = said.imageId().or(() -> lastId);
            classic.add(said.text());
            passOn(line);
        } else if (!said.isNothing()) {
            leaveOut("docker-java cannot read it");
        }
    }

    private void show(Said said) {
        byBuildKit = true;
        BuildKitTrace trace;
        try {
            trace = said.trace();
        } catch (IOException e) {
            leaveOut("it is no trace of a build");
            return;
        }
        buildKit.show(trace);
    }

    private void built(Optional<String> id) {
        if (id.isEmpty()) {
            leaveOut("it names no image");
            return;
        }
        byBuildKit = true;
        lastId = id;
        print(SUCCESS + " " + id.get().substring("sha256:".length()));
    }

    private void fail(String why) {
        error = error.or(() -> Optional.of(Cut.at(why, LONGEST_ERROR)));
        buildKit.finish();
        classic.fail();
        log.accept("ERROR: " + LogLines.clean(why));
    }

    private void leaveOut(String why) {
        remarks.output("(a line of the engine's answer is left out: " + why + ")");
    }

    private void tell(String line) {
        log.accept(line);
        // docker-java takes these words for the end of a build, even where a command printed them.
        print(line.replace(SUCCESS, SUCCESS.replace(' ', '\u00a0')));
    }

    private void print(String line) {
        passOn(Said.printing(line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void passOn(byte[] line) {
        translated.writeBytes(line);
        translated.write('\n');
    }

    private Progress progress() {
        return byBuildKit ? buildKit : classic;
    }
}
