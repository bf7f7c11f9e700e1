package multistage.words;

import static multistage.facts.fixtures.Changes.answering;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.service;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.golang;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.layer;
import static multistage.facts.fixtures.ExampleFacts.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.facts.EngineFacts;
import multistage.facts.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FiguresTest {
    private final Figures figures = new Figures(Language.ENGLISH);
    private final Figures french = new Figures(Language.FRENCH);

    @ParameterizedTest
    @MethodSource("claims")
    void whatAClaimFoundIsToldWithEveryFigureFilledIn(String claim) {
        String found = Catalogue.read(Language.ENGLISH).found(claim).orElseThrow();
        String inFrench = Catalogue.read(Language.FRENCH).found(claim).orElseThrow();

        assertThat(figures.fill(found, good())).isNotBlank().doesNotContain("{", "}", "not known");
        assertThat(french.fill(inFrench, good())).isNotBlank().doesNotContain("{", "}", "inconnu");
    }

    static Stream<String> claims() {
        return Catalogue.read(Language.ENGLISH).claims().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyFigureIsTold(String figure) {
        assertThat(figures.fill(figure, good())).isNotBlank().isNotEqualTo(figure);
    }

    static Stream<String> figures() {
        return claims().map(
                        claim -> Catalogue.read(Language.ENGLISH).found(claim).orElseThrow())
                .flatMap(found -> Pattern.compile("\\{[^}]*}").matcher(found).results())
                .map(MatchResult::group)
                .distinct();
    }

    @Test
    void figuresAreForPeople() {
        assertThat(figures.fill("{naive.weight}, {naive.base.share} of it {naive.base}", good()))
                .isEqualTo("913 MB, 91 % of it golang:1.23");
        assertThat(figures.fill("{pair.times} times, {pair.less} less", good())).isEqualTo("180 times, 908 MB less");
        assertThat(figures.fill("{multi.layers}, {naive.layers}", good())).isEqualTo("1 layer, 9 layers");
        assertThat(figures.fill("{multi.files}", good())).isEqualTo("/hello, 5.06 MB (5062808 bytes)");
        assertThat(figures.fill("{multi.build}", good())).isEqualTo("in 16.0 s");
    }

    @Test
    void figuresAreForFrenchPeopleToo() {
        assertThat(french.fill("{naive.weight}, dont {naive.base.share}", good()))
                .isEqualTo("913\u00a0Mo, dont 91\u00a0%");
        assertThat(french.fill("{multi.layers}, {naive.layers}", good())).isEqualTo("1\u00a0couche, 9\u00a0couches");
        assertThat(french.fill("{multi.files}", good()))
                .isEqualTo("/hello, 5,06\u00a0Mo (5\u202f062\u202f808\u00a0octets)");
        assertThat(french.fill("{multi.build}", good())).isEqualTo("en 16,0\u00a0s");
        assertThat(french.fill("{multi.probes.tried}", good())).contains("sh runs\u00a0; bash");
    }

    @ParameterizedTest
    @CsvSource({
        "Docker, overlay2, file bytes, octets de fichiers",
        "Docker, containerd, disk blocks, blocs de disque",
        "Podman, overlay, tar bytes, octets de tar"
    })
    void whatAHistoryCountsIsToldForEveryKindOfEngine(String name, String store, String inEnglish, String inFrench) {
        Facts facts = changed(good(), with("engine", new EngineFacts(name, "1", store, "unix:///x")));

        assertThat(figures.fill("{engine.counts}", facts)).isEqualTo(inEnglish);
        assertThat(french.fill("{engine.counts}", facts)).isEqualTo(inFrench);
    }

    @Test
    void aFigureThatThereIsNotIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures.fill("{naive.colour}", good()))
                .withMessage("no figure is called {naive.colour}");
    }

    @Test
    void aBuildFromTheCacheSaysSo() {
        Facts cached = changed(
                good(), naive(half -> changed(half, with("build", changed(half.build(), with("cached", true))))));

        assertThat(figures.fill("{naive.build}", cached)).isEqualTo("in 16.0 s, all of it from the build cache");
        assertThat(french.fill("{naive.build}", cached))
                .isEqualTo("en 16,0\u00a0s, entièrement depuis le cache de build");
    }

    @Test
    void aHistoryIsToldByTheInstructionsThatMadeLayersWhicheverBuilderWroteIt() {
        String podmans = "/bin/sh -c #(nop) COPY file:" + "de6bda10b494".repeat(5) + "ffff in /hello ";
        Facts podman = changed(good(), multi(image(with("history", List.of(layer("sha256:m1", podmans, 5))))));

        assertThat(figures.fill("{multi.history}", good())).isEqualTo("COPY /hello /hello");
        assertThat(figures.fill("{multi.history}", podman)).isEqualTo("COPY file:de6bda10b494… in /hello");
    }

    @Test
    void aStandInSaysSo() {
        Facts standIn =
                changed(good(), naive(image(with("base", Optional.of(changed(golang(), with("standIn", true)))))));

        assertThat(figures.fill("{naive.base}", standIn)).isEqualTo("golang:1.23 (stand-in)");
        assertThat(french.fill("{naive.base}", standIn)).isEqualTo("golang:1.23 (image de remplacement)");
    }

    @Test
    void whatIsNotKnownSaysSoInsteadOfFailing() {
        Facts withoutBase = changed(good(), naive(image(with("base", Optional.empty()))));

        assertThat(figures.fill("{naive.weight}, of it {naive.base.share}", withoutBase))
                .isEqualTo("913 MB, of it (not known)");
        assertThat(french.fill("{naive.base.share}", withoutBase)).isEqualTo("(inconnu)");
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
    void aListOfNothingLeavesNoHole() {
        Facts nothingTried = changed(good(), multi(service(with("probes", List.of()))));

        assertThat(figures.fill("none of these runs: {multi.probes.tried}", nothingTried))
                .isEqualTo("none of these runs: –");
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(told("x".repeat(114) + "\ud83d\ude00\ud83d\ude00"))
                .hasSize(119)
                .endsWith("x…");
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

        assertThat(figures.fill("{naive.command}", wordy)).hasSize(120).startsWith("/go y");
    }

    private String told(String body) {
        return figures.fill("{naive.answer}", changed(good(), naive(service(answering(response(200, body))))));
    }
}
