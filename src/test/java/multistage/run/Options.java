package multistage.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import multistage.words.Language;

/**
 * All options of a run, as README.md lists them; those that are environment variables, the engine and the builds read.
 *
 * @param demo what is measured, {@code -Ddemo}: a student's folder, or a class's; empty for the lesson's own
 * @param shard which part of a class, {@code 2/10}; empty for all of it
 * @param language the language in which it is told
 * @param limits how long what a demo does may take: a build, {@code -Dbuild.seconds}, and an idle service to its first answer,
 *     {@code -Dstart.seconds}; one that still computes then, such as {@code go run}, gets up to three minutes more, and
 *     no more than 45 s of a processor's time in all
 * @param keep whether the images stay
 * @param atOnce how many students of a class are measured at a time
 * @param classLimit how long a class may take before no further student is begun with; empty for as long as it takes
 * @param baseline what is done with the committed facts; empty for comparing with them
 */
public record Options(
        Optional<String> demo,
        Optional<String> shard,
        Language language,
        Limits limits,
        boolean keep,
        int atOnce,
        Optional<Duration> classLimit,
        Optional<String> baseline) {
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
                Optional.ofNullable(option.apply("demo")),
                Optional.ofNullable(option.apply("shard")),
                Language.of(option.apply("lang")),
                new Limits(
                        Duration.ofSeconds(number(option, "build.seconds").orElse(600)),
                        Duration.ofSeconds(number(option, "start.seconds").orElse(10))),
                Boolean.parseBoolean(option.apply("keep")),
                number(option, "at.once").orElse(processors + WAITING),
                number(option, "class.minutes").map(Duration::ofMinutes),
                Optional.ofNullable(option.apply("baseline")));
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
