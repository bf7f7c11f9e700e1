package multistage.assertions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import multistage.facts.Amount;
import multistage.facts.Base;
import multistage.facts.HistoryEntry;
import multistage.facts.Image;
import multistage.facts.Message;

/** What an image is built up of: the part of {@link ImageAssert} that looks at layers and history. */
public abstract class ImageLayersAssert<SELF extends ImageLayersAssert<SELF>> extends ImageWeightAssert<SELF> {
    ImageLayersAssert(Image actual, Class<SELF> type) {
        super(actual, type);
    }

    /** That it has this number of layers. Fails with those that it has, each as the step of its history that made it. */
    public SELF hasLayers(int count) {
        isNotNull();
        int layers = actual.layers().size();
        if (layers != count) {
            failWithMessage(
                    "%s should have %s, but it has %s (%s)%s",
                    actual.variant(), layers(count), layers, engine(), described(actual.layers()));
        }
        return myself;
    }

    /**
     * That it has this number of layers on top of its base's, the base being the longest local image whose layers start its own.
     * Fails with those layers, and also without a base.
     */
    public SELF hasLayersMoreThanItsBase(int count) {
        isNotNull();
        Message expected = Message.of("should have %s more than its base", layers(count));
        Base base = base(expected);
        int layers = actual.layers().size();
        int below = base.layers().size();
        if (layers - below != count) {
            failWithMessage(
                    "%s %s, but it has %s and %s has %s: %s more (%s)%s",
                    actual.variant(),
                    expected,
                    layers,
                    Text.values(base.told()),
                    below,
                    layers - below,
                    engine(),
                    described(actual.layers().subList(Math.min(below, layers), layers)));
        }
        return myself;
    }

    /** That it has fewer layers than the other image. Fails with both numbers where it has as many or more. */
    public SELF hasFewerLayersThan(Image other) {
        isNotNull();
        int layers = actual.layers().size();
        int others = other.layers().size();
        if (layers >= others) {
            failWithMessage(
                    "%s should have fewer layers than %s, but it has %s and the other %s: %s",
                    actual.variant(),
                    other.variant(),
                    layers,
                    others,
                    layers == others ? Message.of("as many") : Message.of("%s more", layers - others));
        }
        return myself;
    }

    /**
     * That none of its layers, by digest, is a layer of an image that its build started from; those of the image that its
     * last FROM names are its own. Fails with how many it shares with which, and also when there is nothing to compare: no
     * layer, or no such image.
     */
    public SELF sharesNoLayerWithWhatItWasBuiltFrom() {
        isNotNull();
        Message expected = Message.of("should share no layer with the images that its build started from");
        if (actual.layers().isEmpty()) {
            failWithMessage("%s %s, but it has no layer to compare", actual.variant(), expected);
        }
        if (actual.builtFrom().stream().allMatch(base -> base.layers().isEmpty())) {
            failWithMessage("%s %s, but of those none is known to compare with", actual.variant(), expected);
        }
        List<String> own = actual.layers()
                .subList(
                        ownBase().map(base -> base.layers().size()).orElse(0),
                        actual.layers().size());
        List<Message> shared = new ArrayList<>();
        for (Base base : actual.builtFrom()) {
            long count = own.stream().filter(base.layers()::contains).count();
            if (count > 0) {
                shared.add(Message.of("%s with %s", count, Text.values(base.told())));
            }
        }
        if (!shared.isEmpty()) {
            failWithMessage(
                    "%s %s, but of its %s it shares %s (%s)",
                    actual.variant(), expected, layers(actual.layers().size()), Text.and(shared), engine());
        }
        return myself;
    }

    /**
     * That its history tells nothing of how the program was built: no RUN, and no entry of more than 0 bytes from the
     * history of an image that its build started from; what the image has that its last FROM names is its own. Fails with
     * what it shows, and also when it has no history.
     */
    public SELF showsNoBuildStageInItsHistory() {
        isNotNull();
        Message expected = Message.of("should show nothing of its build stage in its history");
        if (actual.history().isEmpty()) {
            failWithMessage("%s %s, but it has no history to look at", actual.variant(), expected);
        }
        List<HistoryEntry> inherited = actual.builtFrom().stream()
                .flatMap(base -> base.history().stream())
                .filter(entry -> entry.bytes() > 0)
                .toList();
        List<HistoryEntry> ofItsBase = ownBase().map(Base::history).orElse(List.of());
        List<Message> shown = actual.history().stream()
                .filter(entry -> entry.ran() || inherited.stream().anyMatch(entry::isSameStepAs))
                .filter(entry -> ofItsBase.stream().noneMatch(entry::isSameStepAs))
                .map(ImageLayersAssert::described)
                .toList();
        if (!shown.isEmpty()) {
            failWithMessage(
                    "%s %s, but it shows %s of it:%s",
                    actual.variant(),
                    expected,
                    Amount.count(shown.size(), "%s instruction", "%s instructions"),
                    Text.list(shown));
        }
        return myself;
    }

    private static Message layers(long count) {
        return Amount.count(count, "%s layer", "%s layers");
    }

    /** What its last FROM names, if that is another image than the program was built in. */
    private Optional<Base> ownBase() {
        return actual.base()
                .filter(base -> actual.builtFrom().stream()
                        .anyMatch(other -> !other.layers().equals(base.layers())));
    }

    /** These of its layers, each as the entry of its history that made it, where that is known. */
    private Message described(List<String> layers) {
        return Text.list(layers.stream()
                .map(layer -> actual.madeLayer(layer)
                        .map(ImageLayersAssert::described)
                        .orElseGet(() -> Text.value(layer)))
                .toList());
    }

    private static Message described(HistoryEntry entry) {
        return Message.of("%s  %s", Amount.bytes(entry.bytes()), Text.value(entry.createdBy()));
    }
}
