package multistage.answers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import multistage.facts.Base;
import multistage.facts.Facts;
import multistage.facts.ImageFacts;
import multistage.facts.Message;
import multistage.facts.Variant;
import multistage.page.Block;
import multistage.page.Table;
import multistage.page.Text;
import multistage.words.Amounts;
import multistage.words.Figures;
import multistage.words.Language;
import multistage.words.Messages;
import multistage.words.Words;

/** The answers' own words in one language, as answers.properties holds them, with the figures of one demo filled in. */
public final class Phrases {
    private final Language language;
    private final Amounts amounts;
    private final Facts facts;
    private final Words words;
    private final Figures figures;
    private final Messages messages;

    /** Those of the answers to the lesson's questions, about these facts. */
    public Phrases(Language language, Facts facts) {
        this(language, facts, Words.read("answers", language));
    }

    /** @param words what is said in that language */
    public Phrases(Language language, Facts facts, Words words) {
        this.language = language;
        this.amounts = new Amounts(language);
        this.facts = facts;
        this.words = words;
        this.figures = new Figures(language);
        this.messages = Messages.in(language);
    }

    Language language() {
        return language;
    }

    /** Numbers as this language writes them. */
    Amounts amounts() {
        return amounts;
    }

    /**
     * A phrase in its styles.
     *
     * @param figures names and values by turns: what the phrase has in braces and only the caller knows
     */
    public Text text(String key, String... figures) {
        Map<String, String> own = pairs(figures);
        return Text.styled(words.say(key), words -> fill(words, own));
    }

    /** A phrase in no style. */
    String plain(String key, String... figures) {
        return fill(words.say(key), pairs(figures));
    }

    /** Whether there are words under this key. */
    boolean has(String key) {
        return words.find(key).isPresent();
    }

    Block question(String key) {
        return new Block.Heading(text(key));
    }

    Block says(String key, String... figures) {
        return new Block.Paragraph(text(key, figures));
    }

    Table.Builder table(String caption) {
        return new Table.Builder(text(caption));
    }

    /** An image, as this language calls it in a sentence. */
    String image(Variant variant) {
        return plain("image." + variant.word());
    }

    /** What there is room for of a message's first line. */
    String said(Message message) {
        return messages.sayFirstLine(message);
    }

    /** What stands in the place of answers on an image that did not build. */
    Block notBuilt(ImageFacts image) {
        String failure = image.build().failure().map(this::said).orElse("");
        return says("not-built", "image", image(image.variant()), "failure", failure);
    }

    /** What must not be missed where the images are built from something else than its name says. */
    Optional<Block> standInWarning() {
        return ProvenanceChapter.base(facts)
                .filter(Base::standIn)
                .map(base -> new Block.Warning(text("lead.stand-in", "image", base.name())));
    }

    /** The first of a list, with an ellipsis behind them where there are more. */
    static String first(int most, List<String> values) {
        String first = values.stream().limit(most).collect(Collectors.joining(", "));
        return values.size() > most ? first + ", …" : first;
    }

    private String fill(String words, Map<String, String> own) {
        return Figures.NAME.matcher(words).replaceAll(figure -> Matcher.quoteReplacement(figure(figure.group(1), own)));
    }

    private String figure(String name, Map<String, String> own) {
        return own.containsKey(name) ? own.get(name) : figures.known(name, facts);
    }

    private static Map<String, String> pairs(String... figures) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < figures.length; i += 2) {
            pairs.put(figures[i], figures[i + 1]);
        }
        return pairs;
    }
}
