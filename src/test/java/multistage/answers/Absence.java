package multistage.answers;

import multistage.facts.ImageFacts;
import multistage.page.Block;

/** What stands in the place of answers on an image that did not build. */
final class Absence {
    private Absence() {}

    static Block of(Phrases phrases, ImageFacts image) {
        String failure = image.build().failure().map(phrases::said).orElse("");
        return phrases.says("not-built", "image", phrases.image(image.variant()), "failure", failure);
    }
}
