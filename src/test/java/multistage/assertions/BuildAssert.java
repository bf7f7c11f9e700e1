package multistage.assertions;

import multistage.facts.BuildFacts;

/** Assertions on how a build went. */
public final class BuildAssert extends FactsAssert<BuildAssert, BuildFacts> {
    BuildAssert(BuildFacts actual) {
        super(actual, BuildAssert.class);
    }

    /** That the build gave an image. Fails with the whole of why it did not, whose first line names the image. */
    public BuildAssert succeeded() {
        isNotNull();
        actual.failure().ifPresent(why -> {
            throw failure(Text.whole(why));
        });
        return this;
    }
}
