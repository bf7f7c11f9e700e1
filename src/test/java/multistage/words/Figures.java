package multistage.words;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.Base;
import multistage.facts.BuildFacts;
import multistage.facts.Config;
import multistage.facts.Cut;
import multistage.facts.EngineFacts;
import multistage.facts.Facts;
import multistage.facts.HistoryEntry;
import multistage.facts.Image;
import multistage.facts.ImageFacts;
import multistage.facts.NotMeasured;
import multistage.facts.Probe;
import multistage.facts.Response;
import multistage.facts.Service;
import multistage.page.Span;

/** The figures that sentences name in braces, each told from facts as a language writes it. */
public final class Figures {
    /** A figure's name, in braces. */
    public static final Pattern NAME = Pattern.compile("\\{([a-z.]+)}");

    private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{12})[0-9a-f]{52}\\b");

    private static final int LIMIT = 120;

    /** Stands where a list is empty. */
    private static final String NOTHING = "–";

    private final Words words;
    private final Amounts amounts;

    public Figures(Language language) {
        this.words = Words.read("words", language);
        this.amounts = new Amounts(language);
    }

    /** The sentence with its figures filled in; what came from an image is cut and freed of control characters. */
    public String fill(String sentence, Facts facts) {
        return NAME.matcher(sentence).replaceAll(name -> Matcher.quoteReplacement(known(name.group(1), facts)));
    }

    /** A claim may hold where a figure beside it is not known: an image has a weight even where no base is found. */
    public String known(String name, Facts facts) {
        try {
            return figure(name, facts);
        } catch (NoSuchElementException | NotMeasured notKnown) {
            return words.say("not-known");
        }
    }

    private String figure(String name, Facts facts) {
        ImageFacts naive = facts.naive();
        ImageFacts multi = facts.multi();
        return switch (name) {
            case "engine.name" -> plain(facts.engine().name());
            case "engine.version" -> plain(facts.engine().version());
            case "engine.store" -> plain(facts.engine().store());
            case "engine.counts" -> counts(facts.engine());

            case "naive.build" -> build(naive.build());
            case "naive.answer" -> answer(naive.service());
            case "naive.between" -> amounts.seconds(naive.service().between());
            case "naive.probes" ->
                list(naive.service().probes().stream().map(Probe::output).toList());
            case "naive.ports" -> plain(String.join(" ", naive.image().config().exposedPorts()));
            case "naive.command" -> command(naive.image().config());
            case "naive.weight" -> amounts.bytes(naive.image().historyBytes());
            case "naive.bytes" -> String.valueOf(naive.image().historyBytes());
            case "naive.listed" -> amounts.bytes(naive.image().engineSize());
            case "naive.layers" -> layers(naive.image());
            case "naive.layers.count" -> String.valueOf(naive.image().layers().size());
            case "naive.program.weight" -> amounts.bytes(naive.executable().bytes());
            case "naive.program.bytes" -> String.valueOf(naive.executable().bytes());
            case "naive.program.share" ->
                amounts.share(naive.executable().bytes(), naive.image().historyBytes());
            case "naive.base" -> name(base(naive));
            case "naive.base.weight" -> amounts.bytes(base(naive).bytes());
            case "naive.base.bytes" -> String.valueOf(base(naive).bytes());
            case "naive.base.share" ->
                amounts.share(base(naive).bytes(), naive.image().historyBytes());
            case "naive.base.layers" -> String.valueOf(base(naive).layers().size());

            case "multi.build" -> build(multi.build());
            case "multi.answer" -> answer(multi.service());
            case "multi.answer.readonly" -> answer(multi.readOnlyService());
            case "multi.between" -> amounts.seconds(multi.service().between());
            case "multi.probes.tried" ->
                list(multi.service().probes().stream().map(Probe::command).toList());
            case "multi.weight" -> amounts.bytes(contentBytes(multi));
            case "multi.bytes" -> String.valueOf(contentBytes(multi));
            case "multi.listed" -> amounts.bytes(multi.image().engineSize());
            case "multi.files" -> files(multi.image());
            case "multi.layers" -> layers(multi.image());
            case "multi.layers.count" -> String.valueOf(multi.image().layers().size());
            case "multi.history" -> history(multi.image());
            case "multi.from" ->
                enumeration(multi.image().builtFrom().stream().map(this::name).toList());
            case "multi.program.weight" -> amounts.bytes(multi.executable().bytes());
            case "multi.program.bytes" -> String.valueOf(multi.executable().bytes());

            case "pair.times" -> String.valueOf(naive.image().historyBytes() / Math.max(1, contentBytes(multi)));
            case "pair.less" -> amounts.bytes(naive.image().historyBytes() - contentBytes(multi));
            case "pair.layers.less" ->
                String.valueOf(
                        naive.image().layers().size() - multi.image().layers().size());
            default -> throw new IllegalArgumentException("no figure is called {" + name + "}");
        };
    }

    private static Base base(ImageFacts facts) {
        return facts.image().base().orElseThrow();
    }

    private static long contentBytes(ImageFacts facts) {
        return facts.image().content().orElseThrow().bytes();
    }

    /** What sizes of a history count, which facts tell in two English words. */
    private String counts(EngineFacts engine) {
        return words.say("counts." + engine.historyCounts().replace(' ', '-'));
    }

    /** A stand-in says so, lest its figures pass for the official image's. */
    private String name(Base base) {
        return base.standIn() ? words.say("stand-in", base.name()) : base.name();
    }

    private String build(BuildFacts build) {
        return words.say(build.cached() ? "build.cached" : "build", amounts.seconds(build.took()));
    }

    private static String answer(Service service) {
        Response answer = service.answer().orElseThrow();
        return plain(answer.status() + " " + answer.body().strip());
    }

    private static String command(Config config) {
        return plain(String.join(
                " ",
                Stream.concat(config.entrypoint().stream(), config.command().stream())
                        .toList()));
    }

    private String layers(Image image) {
        int count = image.layers().size();
        return count == 1 ? words.say("layer-count.one") : words.say("layer-count", amounts.count(count));
    }

    private String files(Image image) {
        return enumeration(image.content().orElseThrow().files().stream()
                .map(file -> file.path() + ", " + amounts.bytesInFull(file.bytes()))
                .toList());
    }

    /** An instruction on one line, with the digests cut that Podman puts in. */
    public static String instruction(HistoryEntry entry) {
        String oneLine = entry.instruction().replaceAll("\\s+", " ");
        return plain(DIGEST.matcher(oneLine).replaceAll("$1…"));
    }

    /** The instructions that made its layers. */
    private String history(Image image) {
        return list(image.history().stream()
                .filter(entry -> entry.layer().isPresent())
                .map(Figures::instruction)
                .toList());
    }

    /** What may hold commas of its own. */
    private String list(List<String> values) {
        return plain(values.stream()
                .reduce((before, next) -> words.say("list", before, next))
                .orElse(""));
    }

    private static String enumeration(List<String> values) {
        return plain(String.join(", ", values));
    }

    private static String plain(String text) {
        String oneLine = Span.plain(text).words();
        return oneLine.isBlank() ? NOTHING : Cut.within(oneLine, LIMIT);
    }
}
