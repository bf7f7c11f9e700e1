package multistage;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The arrows between the packages: facts flow one way, and nothing upstream knows what is downstream. */
class ArchitectureIT {
    /** What each package may import beside Java and itself, from upstream to downstream. */
    private static final List<Arrows> ARROWS = List.of(
            Arrows.from("facts").to("com.fasterxml.jackson.."),
            Arrows.from("demo").to("multistage.facts"),
            Arrows.from("docker")
                    .to(
                            "multistage.demo",
                            "multistage.facts",
                            "org.testcontainers..",
                            "com.github.dockerjava..",
                            "org.awaitility..",
                            "com.fasterxml.jackson..",
                            "com.google.protobuf..",
                            "com.google.re2j..",
                            "org.apache.commons.compress..",
                            "org.apache.commons.io.."),
            Arrows.from("measure")
                    .to(
                            "multistage.docker",
                            "multistage.demo",
                            "multistage.facts",
                            "org.testcontainers..",
                            "com.github.dockerjava..",
                            "org.awaitility..",
                            "net.fornwall.jelf..",
                            "okhttp3..",
                            "okio..",
                            "kotlin..",
                            "com.github.luben.zstd..",
                            "org.apache.commons.compress..",
                            "org.apache.commons.io.."),
            Arrows.from("whatif").to("multistage.demo", "multistage.facts", "multistage.measure"),
            Arrows.from("baseline").to("multistage.facts", "com.fasterxml.jackson.."),
            Arrows.from("assertions").to("multistage.baseline", "multistage.facts", "org.assertj.."),
            Arrows.from("page").to("io.jstach.."),
            Arrows.from("words").to("multistage.facts", "multistage.page", "com.fasterxml.jackson.."),
            Arrows.from("outcome").to("multistage.facts", "multistage.words"),
            Arrows.from("console")
                    .to(
                            "multistage.baseline",
                            "multistage.facts",
                            "multistage.outcome",
                            "multistage.page",
                            "multistage.words"),
            Arrows.from("answers").to("multistage.facts", "multistage.outcome", "multistage.page", "multistage.words"),
            Arrows.from("ci")
                    .to(
                            "multistage.baseline",
                            "multistage.facts",
                            "multistage.outcome",
                            "multistage.page",
                            "multistage.words",
                            "com.fasterxml.jackson.."),
            Arrows.from("grading")
                    .to(
                            "multistage.answers",
                            "multistage.facts",
                            "multistage.outcome",
                            "multistage.page",
                            "multistage.words",
                            "com.fasterxml.jackson..",
                            "org.apache.commons.csv.."),
            Arrows.from("run")
                    .to(
                            "multistage.answers",
                            "multistage.baseline",
                            "multistage.docker",
                            "multistage.ci",
                            "multistage.console",
                            "multistage.demo",
                            "multistage.docker",
                            "multistage.facts",
                            "multistage.grading",
                            "multistage.measure",
                            "multistage.outcome",
                            "multistage.page",
                            "multistage.words",
                            "org.junit..",
                            "org.opentest4j.."));

    /** Packages of tests alone, whose classes may import whatever they show at work. */
    private static final Set<String> TESTS_ALONE =
            Set.of("answers.commands", "browser", "dependencies", "documents", "proof");

    private static final DescribedPredicate<JavaClass> TESTS = simpleNameEndingWith("Test")
            .or(simpleNameEndingWith("IT"))
            .or(resideInAnyPackage("multistage..fixtures.."))
            .or(DescribedPredicate.describe("lie within a test", ArchitectureIT::liesWithinATest))
            .as("tests and their fixtures");

    private static final JavaClasses OURS = new ClassFileImporter().importPath(Path.of("target", "test-classes"));

    /** @param imports as ArchUnit writes packages: with two dots at the end for those within, too */
    private record Arrows(String from, List<String> imports) {
        static Arrows from(String name) {
            return new Arrows(name, List.of());
        }

        Arrows to(String... imports) {
            return new Arrows(from, List.of(imports));
        }

        String[] allowed() {
            return Stream.concat(Stream.of("java..", "javax..", "multistage." + from), imports.stream())
                    .toArray(String[]::new);
        }

        @Override
        public String toString() {
            return from;
        }
    }

    @ParameterizedTest
    @FieldSource("ARROWS")
    void aPackageImportsWhatItMay(Arrows arrows) {
        classes()
                .that()
                .resideInAPackage("multistage." + arrows.from())
                .and(not(TESTS))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(arrows.allowed())
                .check(OURS);
    }

    @Test
    void everyPackageHasItsArrowsAndItsPlaceInTheReadme() {
        Set<String> known = new TreeSet<>(TESTS_ALONE);
        ARROWS.forEach(arrows -> known.add(arrows.from()));
        Set<String> packages = OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("multistage.") && !name.endsWith(".fixtures"))
                .map(name -> name.substring("multistage.".length()))
                .collect(Collectors.toSet());

        assertThat(packages).isEqualTo(known);
        assertThat(known)
                .allSatisfy(name -> assertThat(Path.of("README.md"))
                        .content()
                        .contains("| `" + name + "` | ", "](src/test/java/multistage/" + name.replace('.', '/') + "/"));
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("multistage.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void claimsJudgeFactsAndTalkToNoEngine() {
        noClasses()
                .that()
                .resideInAPackage("multistage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "multistage.docker",
                        "multistage.measure",
                        "multistage.demo",
                        "com.github.dockerjava..",
                        "org.testcontainers..")
                .check(OURS);
    }

    @Test
    void whatARunUsesKnowsNoFixtures() {
        noClasses()
                .that(not(TESTS))
                .and()
                .resideOutsideOfPackages(
                        "multistage.answers.commands", "multistage.browser", "multistage.documents", "multistage.proof")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "multistage..fixtures..", "multistage.browser", "multistage.documents", "multistage.proof")
                .check(OURS);
    }

    @Test
    void onlyTheEngineGoesThroughTheDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackages("multistage.docker", "org.testcontainers")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.testcontainers.BuildKit")
                .check(OURS);
    }

    @Test
    void testsAssertWithAssertJ() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.junit.jupiter.api.Assertions")
                .check(OURS);
    }

    private static boolean liesWithinATest(JavaClass type) {
        return type.getEnclosingClass().filter(outer -> TESTS.test(outer)).isPresent();
    }
}
