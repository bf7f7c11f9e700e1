package multistage.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import multistage.words.Catalogue;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Holds claims.properties to the sources of the claims: which there are, and in which order. */
class ClaimsCatalogueTest {
    private static final Pattern CLASS = Pattern.compile("@Claims\\s+@Order\\((\\d+)\\)\\s+class (\\w+)");
    private static final Pattern CLAIM = Pattern.compile("@(?:Claim|Letter)\\s+void (\\w+)\\(");

    @Test
    void theCatalogueHasEveryClaimAndNoOtherInTheOrderOfTheSources() throws IOException {
        assertThat(Catalogue.read(Language.ENGLISH).claims())
                .isNotEmpty()
                .containsExactlyElementsOf(
                        sources().flatMap(source -> source.claims().stream()).toList());
    }

    @Test
    void whatLooksLikeAClaimInTheSourcesIsOneForJUnit() throws IOException {
        assertThat(sources())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.claims())
                        .containsExactlyInAnyOrderElementsOf(claimsOf(Class.forName("multistage." + source.name()))));
    }

    @Test
    void eachClaimNamesTheInstructionsToLookAtWhereItFails() {
        Catalogue catalogue = Catalogue.read(Language.ENGLISH);

        assertThat(catalogue.claims())
                .allSatisfy(claim -> assertThat(catalogue.instructions(claim))
                        .as(claim)
                        .isNotEmpty()
                        .isSubsetOf("FROM", "COPY", "RUN", "EXPOSE", "CMD", "ENTRYPOINT"));
    }

    private static List<String> claimsOf(Class<?> type) {
        return AnnotationSupport.findAnnotatedMethods(type, Claim.class, HierarchyTraversalMode.TOP_DOWN).stream()
                .map(ClaimKey::of)
                .toList();
    }

    /** The sources of the classes of claims, in the order in which these run. */
    private static Stream<Source> sources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "java", "multistage"))) {
            return files.filter(Files::isRegularFile).flatMap(ClaimsCatalogueTest::source).toList().stream()
                    .sorted(Comparator.comparing(Source::order));
        }
    }

    private static Stream<Source> source(Path file) {
        try {
            String text = Files.readString(file);
            return CLASS.matcher(text).results().map(found -> new Source(found, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Source(MatchResult found, String text) {
        int order() {
            return Integer.parseInt(found.group(1));
        }

        String name() {
            return found.group(2);
        }

        List<String> claims() {
            return CLAIM.matcher(text)
                    .results()
                    .map(claim -> name() + "." + claim.group(1))
                    .toList();
        }
    }
}
