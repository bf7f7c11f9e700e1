package multistage.answers;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Base;
import multistage.facts.BuildFacts;
import multistage.facts.Bytes;
import multistage.facts.Config;
import multistage.facts.Facts;
import multistage.facts.HistoryEntry;
import multistage.facts.Image;
import multistage.facts.NotMeasured;
import multistage.facts.Probe;
import multistage.facts.Response;

/** The figures that sentences name in braces, each told from facts. */
final class Figures {
    private static final Pattern NAME = Pattern.compile("\\{([a-z.]+)}");
    /** What moves the cursor, breaks the line, turns the text around or cannot be seen. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{12})[0-9a-f]{52}\\b");

    private static final int LIMIT = 120;

    private static final Map<String, Function<Facts, String>> BY_NAME = Map.ofEntries(
            entry("naive.build", facts -> build(facts.naive().build())),
            entry(
                    "naive.answer",
                    facts -> answer(facts.naive().service().answer().orElseThrow())),
            entry("naive.between", facts -> seconds(facts.naive().service().between())),
            entry("naive.weight", facts -> Bytes.human(naive(facts).historyBytes())),
            entry("naive.listed", facts -> Bytes.human(naive(facts).engineSize())),
            entry("naive.bytes", facts -> String.valueOf(naive(facts).historyBytes())),
            entry("naive.base.bytes", facts -> String.valueOf(base(facts).bytes())),
            entry(
                    "naive.program.bytes",
                    facts -> String.valueOf(facts.naive().executable().bytes())),
            entry("multi.bytes", facts -> String.valueOf(contentBytes(facts))),
            entry(
                    "multi.program.bytes",
                    facts -> String.valueOf(facts.multi().executable().bytes())),
            entry("engine.name", facts -> plain(facts.engine().name())),
            entry("engine.version", facts -> plain(facts.engine().version())),
            entry("engine.store", facts -> plain(facts.engine().store())),
            entry("engine.counts", facts -> facts.engine().historyCounts()),
            entry("naive.base", facts -> base(facts).toString()),
            entry("naive.base.weight", facts -> Bytes.human(base(facts).bytes())),
            entry(
                    "naive.base.share",
                    facts -> Bytes.share(base(facts).bytes(), naive(facts).historyBytes())),
            entry(
                    "naive.base.layers",
                    facts -> String.valueOf(base(facts).layers().size())),
            entry(
                    "naive.program.weight",
                    facts -> Bytes.human(facts.naive().executable().bytes())),
            entry(
                    "naive.program.share",
                    facts -> Bytes.share(
                            facts.naive().executable().bytes(), naive(facts).historyBytes())),
            entry(
                    "naive.probes",
                    facts -> join(
                            "; ",
                            facts.naive().service().probes().stream()
                                    .map(Probe::output)
                                    .toList())),
            entry("naive.ports", facts -> join(" ", naive(facts).config().exposedPorts())),
            entry("naive.command", facts -> join(" ", words(naive(facts).config()))),
            entry("naive.layers", facts -> layers(naive(facts))),
            entry(
                    "naive.layers.count",
                    facts -> String.valueOf(naive(facts).layers().size())),
            entry("multi.build", facts -> build(facts.multi().build())),
            entry(
                    "multi.answer",
                    facts -> answer(facts.multi().service().answer().orElseThrow())),
            entry(
                    "multi.answer.readonly",
                    facts -> answer(facts.multi().readOnlyService().answer().orElseThrow())),
            entry("multi.between", facts -> seconds(facts.multi().service().between())),
            entry("multi.weight", facts -> Bytes.human(contentBytes(facts))),
            entry("multi.listed", facts -> Bytes.human(multi(facts).engineSize())),
            entry("multi.files", facts -> files(multi(facts))),
            entry("multi.layers", facts -> layers(multi(facts))),
            entry(
                    "multi.layers.count",
                    facts -> String.valueOf(multi(facts).layers().size())),
            entry(
                    "multi.history",
                    facts -> join(
                            "; ",
                            multi(facts).history().stream()
                                    .filter(entry -> entry.layer().isPresent())
                                    .map(Figures::instruction)
                                    .toList())),
            entry(
                    "multi.from",
                    facts -> join(
                            ", ",
                            multi(facts).builtFrom().stream()
                                    .map(Base::toString)
                                    .toList())),
            entry(
                    "multi.program.weight",
                    facts -> Bytes.human(facts.multi().executable().bytes())),
            entry(
                    "multi.probes.tried",
                    facts -> join(
                            "; ",
                            facts.multi().service().probes().stream()
                                    .map(Probe::command)
                                    .toList())),
            entry(
                    "pair.times",
                    facts -> String.valueOf(naive(facts).historyBytes() / Math.max(1, contentBytes(facts)))),
            entry("pair.less", facts -> Bytes.human(naive(facts).historyBytes() - contentBytes(facts))),
            entry(
                    "pair.layers.less",
                    facts -> String.valueOf(
                            naive(facts).layers().size() - multi(facts).layers().size())));

    private Figures() {}

    /** The sentence with its figures filled in; what came from an image is cut and freed of control characters. */
    static String fill(String sentence, Facts facts) {
        return NAME.matcher(sentence).replaceAll(name -> Matcher.quoteReplacement(figure(name.group(1), facts)));
    }

    /** A claim may hold where a figure beside it is not known: an image has a weight even where no base is found. */
    private static String figure(String name, Facts facts) {
        try {
            return BY_NAME.get(name).apply(facts);
        } catch (NoSuchElementException | NotMeasured notKnown) {
            return "(not known)";
        }
    }

    private static List<String> words(Config config) {
        return Stream.concat(config.entrypoint().stream(), config.command().stream())
                .toList();
    }

    private static Image naive(Facts facts) {
        return facts.naive().image();
    }

    private static Image multi(Facts facts) {
        return facts.multi().image();
    }

    private static Base base(Facts facts) {
        return naive(facts).base().orElseThrow();
    }

    private static long contentBytes(Facts facts) {
        return multi(facts).content().orElseThrow().bytes();
    }

    /** With the digests cut that Podman puts in. */
    private static String instruction(HistoryEntry entry) {
        return DIGEST.matcher(entry.instruction()).replaceAll("$1…");
    }

    private static String build(BuildFacts build) {
        return "in " + seconds(build.took()) + (build.cached() ? ", all of it from the build cache" : "");
    }

    private static String answer(Response response) {
        return plain(response.status() + " " + response.body().strip());
    }

    private static String layers(Image image) {
        int count = image.layers().size();
        return count == 1 ? "1 layer" : count + " layers";
    }

    private static String files(Image image) {
        return join(
                ", ",
                image.content().orElseThrow().files().stream()
                        .map(file -> file.path() + ", " + Bytes.exact(file.bytes()))
                        .toList());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String join(String between, List<String> values) {
        return plain(values.stream().collect(Collectors.joining(between)));
    }

    private static String plain(String text) {
        String oneLine = UNSEEN.matcher(text).replaceAll(" ");
        return oneLine.length() <= LIMIT ? oneLine : oneLine.substring(0, LIMIT - 1) + "…";
    }
}
