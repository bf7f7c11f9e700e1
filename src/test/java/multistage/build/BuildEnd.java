package multistage.build;

import java.util.List;
import java.util.Optional;
import multistage.facts.Message;

/**
 * How a build ended.
 *
 * @param refusal what was said against it; nothing when there is an image
 * @param failedStep the step at which it failed, if it was at one, as the engine names it: {@code [builder 4/4] RUN go build
 *     ./main.go}, {@code STEP 4/4: RUN go build}
 * @param missingImage the image for want of which it failed, if it did for that, as one pulls it
 * @param notPulled why that image is not to be had, if that was tried
 * @param bases the images that it was built FROM, as one writes them
 * @param cached whether there is an image of which every step that can come from the build cache did
 */
record BuildEnd(
        Optional<Message> refusal,
        Optional<String> failedStep,
        Optional<String> missingImage,
        Optional<Message> notPulled,
        List<String> bases,
        boolean cached) {
    BuildEnd {
        bases = List.copyOf(bases);
    }

    /** The same, with why the image that is missing is not to be had. */
    BuildEnd notPulled(Message why) {
        return new BuildEnd(refusal, failedStep, missingImage, Optional.of(why), bases, cached);
    }
}
