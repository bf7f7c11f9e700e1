package multistage.claim;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.Facts;
import multistage.facts.ImageFacts;

/** Why a build failed that may have failed for what is wrong with the engine, and not with the Dockerfile. */
final class NotTheirs {
    /** As the system says it, in a build's log too: whoever filled the disk, those who come after are not to pay for it. */
    private static final Pattern WORDS = Pattern.compile(
            "no space left on device|disk quota exceeded|rate limit is reached", Pattern.CASE_INSENSITIVE);

    private NotTheirs() {}

    /** The line that says so of one of both builds; nothing where neither does, and the student is judged. */
    static Optional<String> reason(Facts facts) {
        return Stream.of(facts.naive(), facts.multi())
                .map(ImageFacts::build)
                .flatMap(build -> build.failure().stream())
                .flatMap(failure -> failure.english().lines())
                .filter(line -> WORDS.matcher(line).find())
                .map(String::strip)
                .findFirst();
    }
}
