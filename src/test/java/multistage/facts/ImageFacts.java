package multistage.facts;

import java.util.List;
import java.util.Optional;

/**
 * What was measured of one of a demo's two images: its build, then the image, then its service running.
 *
 * @param variant which of the two
 * @param build how the build went
 * @param ifBuilt the image, if it was built
 * @param ifRun the container started from it as the lesson would, if it was built
 * @param inventory what its file system holds, counted: from inside the running container, or from its content where that was
 *     read; empty where neither could be
 * @param ifRunReadOnly the container started with a read-only root file system by an unprivileged user, if measured
 */
public record ImageFacts(
        Variant variant,
        BuildFacts build,
        Optional<Image> ifBuilt,
        Optional<Service> ifRun,
        Optional<Inventory> inventory,
        Optional<Service> ifRunReadOnly) {

    /** The image; {@link NotMeasured} when it did not build. */
    public Image image() {
        return ifBuilt.orElseThrow(this::notBuilt);
    }

    /** The service as the lesson starts it; {@link NotMeasured} when the image did not build. */
    public Service service() {
        return ifRun.orElseThrow(this::notBuilt);
    }

    /** The service as it answered; {@link NotMeasured} when it never did, so that only one claim fails for it. */
    public Service answeringService() {
        if (service().answer().isEmpty()) {
            throw new NotMeasured(Message.of("%s never answered", variant));
        }
        return service();
    }

    /** The service with a read-only file system and no privileges; {@link NotMeasured} when it never answered with both. */
    public Service readOnlyService() {
        answeringService();
        return ifRunReadOnly.orElseThrow(() -> new NotMeasured(Message.of("%s was not run read-only", variant)));
    }

    /** The program that the image runs; {@link NotMeasured} when there is none that could be read. */
    public Executable executable() {
        return image().program();
    }

    /** The steps of its history that its own instructions made, its base's apart; empty where it was not built. */
    public List<HistoryEntry> ownSteps() {
        return ifBuilt.map(image -> image.history()
                        .subList(
                                image.base()
                                        .map(base -> base.history().size())
                                        .filter(size -> size <= image.history().size())
                                        .orElse(0),
                                image.history().size()))
                .orElse(List.of());
    }

    /** The instructions that make the image itself: the last FROM, and those after it. */
    public List<Instruction> lastStage() {
        return Instruction.lastStage(build.instructions());
    }

    /** The instruction that made that step, if it is one of its own and each instruction after the last FROM made one. */
    public Optional<Instruction> instructionOf(HistoryEntry step) {
        List<Instruction> own = lastStage().stream()
                .filter(instruction -> !instruction.keyword().equals("FROM"))
                .toList();
        int place = ownSteps().indexOf(step);
        return place >= 0 && own.size() == ownSteps().size() ? Optional.of(own.get(place)) : Optional.empty();
    }

    private NotMeasured notBuilt() {
        return new NotMeasured(Message.of("%s did not build", variant));
    }
}
