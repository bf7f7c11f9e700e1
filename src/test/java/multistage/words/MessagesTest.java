package multistage.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import multistage.facts.Amount;
import multistage.facts.EngineFacts;
import multistage.facts.Message;
import multistage.facts.Part;
import multistage.facts.Variant;
import multistage.words.fixtures.FormsInSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private static final Map<String, String> FRENCH = Messages.forms(Language.FRENCH);

    /** Nothing but places, and marks that French sets as English does. */
    private static final Pattern WORDLESS = Pattern.compile("(?:%s|[\\s|,()\\[\\]<>…])*");

    private final Messages english = Messages.in(Language.ENGLISH);
    private final Messages french = Messages.in(Language.FRENCH);

    @Test
    void everyFormThatTheSourcesMakeMessagesOfHasItsFrench() {
        assertThat(FormsInSource.made())
                .hasSizeGreaterThan(150)
                .filteredOn(form -> !WORDLESS.matcher(form).matches())
                .isSubsetOf(FRENCH.keySet());
    }

    @Test
    void soHaveThoseThatAreChosenByAValue() {
        Stream<Message> sizes = LongStream.iterate(1, bytes -> bytes < 1e18, bytes -> bytes * 1000)
                .mapToObj(Amount::bytes);
        Stream<Message> stores = Stream.of(
                        new EngineFacts("Docker", "28", "overlay2", ""),
                        new EngineFacts("Docker", "29", "containerd", ""),
                        new EngineFacts("Podman", "5", "overlay", ""))
                .map(engine -> Message.of(engine.historyCounts()));
        Stream<Message> claims = Stream.of(
                        "a Go toolchain", "a C compiler", "git", "a shell", "read-only, unprivileged")
                .map(Message::of);

        assertThat(Stream.of(sizes, stores, claims, Stream.of(Variant.values()).map(Variant::title))
                        .flatMap(messages -> messages)
                        .map(Message::form))
                .isSubsetOf(FRENCH.keySet());
    }

    @Test
    void noFrenchIsLeftOfAFormThatNothingMakes() {
        assertThat(FRENCH.keySet()).isSubsetOf(FormsInSource.literals());
    }

    @Test
    void bothLanguagesHaveTheSamePlaces() {
        assertThat(FRENCH)
                .allSatisfy((form, translation) -> assertThat(shown(translation, Message.places(form)))
                        .as(form)
                        .isEqualTo(shown(form, Message.places(form)))
                        .hasSize(Message.places(translation)));
    }

    @Test
    void frenchSetsNoSpaceThatBreaksBeforeAMark() {
        assertThat(FRENCH.values())
                .allSatisfy(translation -> assertThat(translation)
                        .doesNotContainPattern(" (?:[:;?!»]|%(?!s|\\d\\$s))")
                        .doesNotContainPattern("«[^\u00a0]"));
    }

    @Test
    void aMessageIsSaidInEachLanguage() {
        Message message = Message.of(
                "%s %s, but %s",
                Message.of("%s's service", Variant.MULTI),
                Message.of("should go on serving for at least %s", Amount.seconds(Duration.ofMillis(1075))),
                Message.of("nothing"));

        assertThat(english.say(message))
                .isEqualTo("the multi-stage image's service should go on serving for at least 1.075 s, but nothing");
        assertThat(french.say(message))
                .isEqualTo(
                        "le service de l'image multi-stage devrait continuer de répondre pendant au moins 1,075\u00a0s,"
                                + " mais rien");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5062808 | 5,06 Mo (5 062 808 octets)",
                "999 | 999 octets",
                "1 | 1 octet",
                "-1234567 | -1,23 Mo (-1 234 567 octets)"
            })
    void amountsAreWrittenAsFrenchWritesThem(long bytes, String text) {
        Message message = bytes < 0
                ? Message.of("%s (%s)", Amount.bytes(bytes), Amount.count(bytes, "%s byte", "%s bytes"))
                : Amount.exactBytes(bytes);

        assertThat(french.say(message).replaceAll("[\u00a0\u202f]", " ")).isEqualTo(text);
    }

    @Test
    void whatHasNoFrenchIsSaidInEnglish() {
        assertThat(french.say(Message.of("no such form: %s", Variant.MULTI)))
                .isEqualTo("no such form: l'image multi-stage");
    }

    @Test
    void whatOthersSaidStaysAsItIs() {
        assertThat(french.say(Message.verbatim("the naive image"))).isEqualTo("the naive image");
    }

    /** What a form with so many parts becomes, each part named by its number, and only these: each once, in any order. */
    private static List<String> shown(String translation, int parts) {
        List<Part> numbers = IntStream.range(0, parts)
                .<Part>mapToObj(number -> new Part.Words("<" + number + ">"))
                .toList();
        String said = new Message("%s".repeat(parts), numbers).in(form -> translation, digits -> digits);
        return Pattern.compile("<\\d+>")
                .matcher(said)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
