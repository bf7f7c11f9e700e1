package multistage.run;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import multistage.demo.Demo;
import multistage.facts.Facts;
import multistage.facts.Message;
import multistage.run.ManyDemos.Measured;

/**
 * Measures several students at a time, and again alone whoever lacked processes or memory: it may have been another whose
 * build took all that the engine has.
 */
final class FairMeasuring {
    private final Measurer measurer;
    private final Consumer<Demo> begun;
    private final Function<Measured, Message> keep;
    private final Consumer<Message> console;

    /**
     * @param measurer what they are measured on
     * @param begun what to do when one is begun with
     * @param keep what to do with what was found of one; says what that was
     * @param console is told how far it has come
     */
    FairMeasuring(
            Measurer measurer, Consumer<Demo> begun, Function<Measured, Message> keep, Consumer<Message> console) {
        this.measurer = measurer;
        this.begun = begun;
        this.keep = keep;
        this.console = console;
    }

    /** Begins with them in this order, so many at once; returns when each is kept. */
    void measure(List<Demo> students, int atOnce) {
        List<Demo> starved = new ArrayList<>();
        measure(students, atOnce, this::once, found -> isStarved(found) ? again(found, starved) : keep.apply(found));
        if (!starved.isEmpty()) {
            measure(starved, 1, this::once, keep);
        }
    }

    private void measure(
            List<Demo> students, int atOnce, Function<Demo, Facts> measuring, Function<Measured, Message> note) {
        ClassProgress progress = new ClassProgress(students.size(), InstantSource.system());
        new ManyDemos(measuring, atOnce).measure(students, found -> console.accept(progress.done(note.apply(found))));
    }

    private Facts once(Demo student) {
        return measurer.measure(student, () -> begun.accept(student));
    }

    private static boolean isStarved(Measured found) {
        return found.facts().filter(EngineTrouble::isStarved).isPresent();
    }

    private static Message again(Measured found, List<Demo> starved) {
        starved.add(found.demo());
        return Message.of(
                "%s lacked processes or memory, and is measured again alone",
                found.demo().name());
    }
}
