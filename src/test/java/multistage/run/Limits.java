package multistage.run;

import java.time.Duration;
import java.util.Optional;
import multistage.facts.Facts;
import multistage.facts.ImageFacts;
import multistage.facts.Service;

/**
 * How long what a demo does may take.
 *
 * @param build how long a build may take, pulls apart
 * @param start how long a service may take to its first answer
 */
public record Limits(Duration build, Duration start) {

    /** Whether these facts, measured within these limits, may be others within those, which are wider. */
    public boolean cutShort(Facts facts, Limits now) {
        return facts.both()
                .anyMatch(image -> isWider(build, now.build) && isUnbuiltInTime(image)
                        || isWider(start, now.start) && isUnanswered(image.ifRun()));
    }

    private static boolean isWider(Duration before, Duration now) {
        return now.compareTo(before) > 0;
    }

    private boolean isUnbuiltInTime(ImageFacts image) {
        return image.build().failure().isPresent() && image.build().took().compareTo(build) >= 0;
    }

    private static boolean isUnanswered(Optional<Service> service) {
        return service.filter(one -> one.answer().isEmpty() && one.running()).isPresent();
    }
}
