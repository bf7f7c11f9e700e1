package multistage.run;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.BuildFacts;
import multistage.facts.Facts;
import multistage.facts.Image;
import multistage.facts.ImageFacts;
import multistage.facts.Message;
import multistage.facts.Service;

/** What went wrong with a demo that may be wrong with the engine instead. */
final class EngineTrouble {
    /**
     * As engines and the system say it, in a build's log too: whoever filled the disk, those who come after are not to pay for
     * it. A student can have a build print the same, and so gets no points, and a row that says why.
     */
    private static final Pattern WORDS = Pattern.compile(
            "no space left on device|disk quota exceeded|address pools|port is already allocated|too many open files",
            Pattern.CASE_INSENSITIVE);

    /** As builds say it that may start nothing more, or get no more memory. */
    private static final Pattern STARVED = Pattern.compile(
            "resource temporarily unavailable|cannot allocate memory|failed to fork|failed to create new os thread"
                    + "|signal: killed|exit code: 137|can't get final child's PID",
            Pattern.CASE_INSENSITIVE);

    private EngineTrouble() {}

    /** Whether a build failed for want of processes or memory, which builds share: alone it may do. */
    static boolean isStarved(Facts facts) {
        return facts.both()
                .flatMap(image -> image.build().failure().stream())
                .anyMatch(failure -> STARVED.matcher(failure.english()).find());
    }

    /** The line that says so of one of both images; nothing where none does, and the student is judged. */
    static Optional<String> reason(Facts facts) {
        return Stream.concat(
                        buildTrouble(facts)
                                .map(Message::english)
                                .flatMap(told -> told.lines().findFirst())
                                .stream(),
                        facts.both()
                                .flatMap(EngineTrouble::troubles)
                                .flatMap(trouble -> trouble.english().lines())
                                .filter(line -> WORDS.matcher(line).find()))
                .map(String::strip)
                .findFirst();
    }

    /** Why an image could not be built that is no doing of the one who wrote its Dockerfile. */
    static Optional<Message> buildTrouble(Facts facts) {
        return facts.both()
                .map(ImageFacts::build)
                .filter(BuildFacts::failedOutside)
                .flatMap(build -> build.failure().stream())
                .findFirst();
    }

    private static Stream<Message> troubles(ImageFacts image) {
        return Stream.of(
                        image.build().failure(),
                        image.ifRun().flatMap(Service::trouble),
                        image.ifRunReadOnly().flatMap(Service::trouble),
                        image.ifBuilt().flatMap(Image::contentTrouble),
                        image.ifBuilt().flatMap(Image::executableTrouble))
                .flatMap(Optional::stream);
    }
}
