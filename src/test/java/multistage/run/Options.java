package multistage.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import multistage.measure.Limits;

/**
 * What the options of a run say of measuring.
 *
 * @param limits how long what a demo does may take
 * @param keep whether the images stay
 * @param atOnce how many students of a class are measured at a time
 * @param classLimit how long a class may take before no further student is begun with; empty for as long as it takes
 */
public record Options(Limits limits, boolean keep, int atOnce, Optional<Duration> classLimit) {
    /** A demo waits for its service most of the time, and uses no processor meanwhile: of so many more than there are. */
    private static final int WAITING = 1;

    /** Those of this run. */
    public static Options ofRun() {
        return of(System::getProperty, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param option gives an option's value; null where it is not set
     * @throws IllegalArgumentException for a value that is none; says which would be
     */
    static Options of(UnaryOperator<String> option, int processors) {
        return new Options(
                new Limits(
                        Duration.ofSeconds(number(option, "build.seconds").orElse(600)),
                        Duration.ofSeconds(number(option, "start.seconds").orElse(10))),
                Boolean.parseBoolean(option.apply("keep")),
                number(option, "at.once").orElse(processors + WAITING),
                number(option, "class.minutes").map(Duration::ofMinutes));
    }

    private static Optional<Integer> number(UnaryOperator<String> option, String name) {
        String value = option.apply(name);
        if (value != null && !value.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    "-D" + name + "=" + value + " is no number that it takes, which is from 1 to 999999");
        }
        return Optional.ofNullable(value).map(Integer::valueOf);
    }
}
