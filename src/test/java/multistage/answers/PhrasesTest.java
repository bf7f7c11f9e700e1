package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.executable;
import static multistage.facts.fixtures.Changes.holding;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.file;
import static multistage.facts.fixtures.ExampleFacts.golang;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.run;
import static multistage.facts.fixtures.ExampleFacts.whatIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import multistage.answers.fixtures.AllChanges;
import multistage.answers.fixtures.Examples;
import multistage.facts.Facts;
import multistage.facts.HistoryEntry;
import multistage.facts.Packages;
import multistage.facts.Packages.Change;
import multistage.facts.WhatIf.Variation;
import multistage.outcome.Judged;
import multistage.page.Span;
import multistage.words.Language;
import multistage.words.Words;
import multistage.words.fixtures.WordFiles;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private final Phrases phrases = new Phrases(Language.ENGLISH, good());

    @Test
    void figuresOfTheDemoAndOfTheCallerAreFilledIn() {
        assertThat(phrases.plain("multi.size.answer", "exact", "7 bytes"))
                .isEqualTo("**5.06 MB** (7 bytes), and the engine lists it as 5.06 MB.");
        assertThat(phrases.text("multi.size.answer", "exact", "{x} $1 \\").spans())
                .containsExactly(
                        new Span("5.06 MB", false, true),
                        Span.plain(" ({x} $1 \\), and the engine lists it as 5.06 MB."));
    }

    @Test
    void whatIsFilledInIsNotFilledInAgain() {
        assertThat(phrases.plain("not-built", "image", "{naive.weight}", "failure", "{image}"))
                .isEqualTo("Not measured: {naive.weight} did not build. {image}");
    }

    @Test
    void whatHasNoWordsIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> phrases.plain("nothing"))
                .withMessageContaining("nothing");
    }

    @Test
    void everyKeyOfTheAnswersIsUsedInSomeAnswers() {
        Set<String> used = new TreeSet<>();
        examples().forEach(judged -> Answers.said(listened(judged.facts(), used), judged));

        assertThat(used).containsExactlyInAnyOrderElementsOf(WordFiles.keys("answers.properties"));
    }

    /** Phrases that note which of them are said. */
    private static Phrases listened(Facts facts, Set<String> used) {
        Words words = Words.read("answers", Language.ENGLISH);
        Map<String, String> noting = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            public String get(Object key) {
                if (containsKey(key)) {
                    used.add((String) key);
                }
                return super.get(key);
            }
        };
        words.keys().forEach(key -> noting.put(key, words.say(key)));
        return new Phrases(Language.ENGLISH, facts, new Words("answers.properties", noting));
    }

    /** Between them they have everything that the answers can say. */
    private static Stream<Judged> examples() {
        Variation unchanged = whatIf().variations().get(0);
        List<Variation> variations = Stream.concat(AllChanges.names().stream(), Stream.of("another"))
                .map(name -> changed(unchanged, with("name", name)))
                .toList();
        Judged all = Examples.held();
        return Stream.concat(
                Stream.of(
                        all,
                        Examples.failed(),
                        new Judged(
                                good(),
                                all.claims(),
                                Optional.of(changed(
                                        whatIf(),
                                        with("variations", variations),
                                        with("base", changed(golang(), with("standIn", true)))))),
                        new Judged(good(), all.claims().subList(0, 1), Optional.empty())),
                Stream.of(
                                naive(image(with("base", Optional.of(changed(golang(), with("standIn", true)))))),
                                naive(image(with(
                                        "base", Optional.of(changed(golang(), with("digest", Optional.empty())))))),
                                naive(notBuilt("no network")),
                                naive(image(with("base", Optional.empty()))),
                                naive(image(with("packages", Optional.of(new Packages(1, List.of(change())))))),
                                naive(image(with("history", List.of(run("n", "go install x", 9_000_000))))),
                                naive(image(with("history", gitOf(4_096)))),
                                naive(image(with("executable", Optional.empty()))),
                                naive(with("inventory", Optional.empty())),
                                multi(image(holding())),
                                multi(image(holding(file("/hello", 900_000_000)))),
                                multi(image(with("content", Optional.empty()))),
                                multi(image(with("base", Optional.of(golang())))),
                                multi(image(with("layers", List.of("sha256:b1")))),
                                multi(image(with("layers", golang().layers()))),
                                multi(image(executable(with("goVersion", Optional.empty())))),
                                multi(image(executable(with("interpreter", Optional.of("/ld"))))),
                                multi(image(executable(with("neededLibraries", List.of("libc.so.6"))))),
                                multi(image(executable(program -> changed(
                                        program,
                                        with("interpreter", Optional.of("/ld")),
                                        with("neededLibraries", List.of("libc.so.6")))))),
                                withoutCommit())
                        .map(change -> Examples.held(change.apply(good()))));
    }

    private static UnaryOperator<Facts> withoutCommit() {
        return facts ->
                changed(facts, with("provenance", changed(facts.provenance(), with("commit", Optional.empty()))));
    }

    private static Change change() {
        return new Change("git", Optional.empty(), Optional.of("1"));
    }

    private static List<HistoryEntry> gitOf(long bytes) {
        return Stream.concat(golang().history().stream(), Stream.of(run("sha256:n1", "apt-get install -y git", bytes)))
                .toList();
    }
}
