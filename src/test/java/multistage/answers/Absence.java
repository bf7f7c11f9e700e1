package multistage.answers;

import multistage.answers.page.Block;
import multistage.facts.ImageFacts;

/** What stands in the place of answers on an image that did not build. */
final class Absence {
    private Absence() {}

    static Block of(Phrases phrases, ImageFacts image) {
        String failure = image.build().failure().map(phrases::said).orElse("");
        return phrases.says("not-built", "image", phrases.image(image.variant()), "failure", failure);
    }
}
