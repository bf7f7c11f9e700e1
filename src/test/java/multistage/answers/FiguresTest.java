package multistage.answers;

import static multistage.facts.Changes.answering;
import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.image;
import static multistage.facts.Changes.multi;
import static multistage.facts.Changes.naive;
import static multistage.facts.Changes.service;
import static multistage.facts.Changes.with;
import static multistage.facts.ExampleFacts.golang;
import static multistage.facts.ExampleFacts.good;
import static multistage.facts.ExampleFacts.layer;
import static multistage.facts.ExampleFacts.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FiguresTest {
    @ParameterizedTest
    @MethodSource("claims")
    void whatAClaimFoundIsToldWithEveryFigureFilledIn(String claim) {
        String found = Catalogue.read().found(claim).orElseThrow();

        assertThat(Figures.fill(found, good())).isNotBlank().doesNotContain("{", "}", "not known");
    }

    static Stream<String> claims() {
        return Catalogue.read().claims().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyFigureIsTold(String figure) {
        assertThat(Figures.fill(figure, good())).isNotBlank().isNotEqualTo(figure);
    }

    static Stream<String> figures() {
        return claims().map(claim -> Catalogue.read().found(claim).orElseThrow())
                .flatMap(found -> Pattern.compile("\\{[^}]*}").matcher(found).results())
                .map(MatchResult::group)
                .distinct();
    }

    @Test
    void figuresAreForPeople() {
        assertThat(Figures.fill("{naive.weight}, {naive.base.share} of it {naive.base}", good()))
                .isEqualTo("913 MB, 91 % of it golang:1.23");
        assertThat(Figures.fill("{pair.times} times, {pair.less} less", good())).isEqualTo("180 times, 908 MB less");
        assertThat(Figures.fill("{multi.layers}, {naive.layers}", good())).isEqualTo("1 layer, 9 layers");
        assertThat(Figures.fill("{multi.files}", good())).isEqualTo("/hello, 5.06 MB (5062808 bytes)");
        assertThat(Figures.fill("{multi.build}", good())).isEqualTo("in 16.0 s");
    }

    @Test
    void aBuildFromTheCacheSaysSo() {
        Facts cached = changed(
                good(), naive(half -> changed(half, with("build", changed(half.build(), with("cached", true))))));

        assertThat(Figures.fill("{naive.build}", cached)).isEqualTo("in 16.0 s, all of it from the build cache");
    }

    @Test
    void aHistoryIsToldByTheInstructionsThatMadeLayersWhicheverBuilderWroteIt() {
        String podmans = "/bin/sh -c #(nop) COPY file:" + "de6bda10b494".repeat(5) + "ffff in /hello ";
        Facts podman = changed(good(), multi(image(with("history", List.of(layer("sha256:m1", podmans, 5))))));

        assertThat(Figures.fill("{multi.history}", good())).isEqualTo("COPY /hello /hello");
        assertThat(Figures.fill("{multi.history}", podman)).isEqualTo("COPY file:de6bda10b494… in /hello");
    }

    @Test
    void aStandInSaysSo() {
        Facts standIn =
                changed(good(), naive(image(with("base", Optional.of(changed(golang(), with("standIn", true)))))));

        assertThat(Figures.fill("{naive.base}", standIn)).isEqualTo("golang:1.23 (stand-in)");
    }

    @Test
    void whatIsNotKnownSaysSoInsteadOfFailing() {
        Facts withoutBase = changed(good(), naive(image(with("base", Optional.empty()))));

        assertThat(Figures.fill("{naive.weight}, of it {naive.base.share}", withoutBase))
                .isEqualTo("913 MB, of it (not known)");
    }

    @Test
    void dollarsAndBackslashesStayAsTheyAre() {
        assertThat(told("costs $1, \\d and ${HOME}")).isEqualTo("200 costs $1, \\d and ${HOME}");
    }

    @Test
    void bracesInAFigureAreNotFilledInAgain() {
        assertThat(told("{naive.weight}")).isEqualTo("200 {naive.weight}");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(told("x".repeat(116))).hasSize(120).endsWith("xx");
        assertThat(told("x".repeat(117))).hasSize(120).endsWith("x…");
    }

    @Test
    void noCharacterMovesTheCursorOrTurnsTheTextAround() {
        assertThat(told("a\nb\tc\u001b[2Jd\u0000e\u009bf\u202eg\u2028h\ufeffi")).isEqualTo("200 a b c [2Jd e f g h i");
    }

    @Test
    void namesInAHistoryAreAsBoundedAsAnswers() {
        Facts wordy = changed(
                good(),
                naive(image(image -> changed(
                        image,
                        with("config", changed(image.config(), with("command", List.of("/go", "y".repeat(500)))))))));

        assertThat(Figures.fill("{naive.command}", wordy)).hasSize(120).startsWith("/go y");
    }

    private static String told(String body) {
        return Figures.fill("{naive.answer}", changed(good(), naive(service(answering(response(200, body))))));
    }
}
