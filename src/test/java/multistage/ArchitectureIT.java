package multistage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The arrows between the packages: facts flow one way, and nothing upstream knows what is downstream. */
class ArchitectureIT {
    private final JavaClasses ours = new ClassFileImporter().importPath(Path.of("target", "test-classes"));

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("multistage.(*)..").should().beFreeOfCycles().check(ours);
    }

    @Test
    void factsDependOnNothingOfTheProject() {
        classes()
                .that()
                .resideInAPackage("multistage.facts")
                .and()
                .haveSimpleNameNotEndingWith("Test")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "multistage.facts", "com.fasterxml.jackson..")
                .check(ours);
    }

    @Test
    void archivesAreReadWithoutAnEngine() {
        classes()
                .that()
                .resideInAPackage("multistage.archive")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "multistage.archive",
                        "multistage.facts",
                        "org.apache.commons.compress..",
                        "com.fasterxml.jackson..",
                        "com.github.luben.zstd..",
                        "org.junit..",
                        "org.assertj..",
                        "net.jqwik..")
                .check(ours);
    }

    @Test
    void claimsAndAssertionsJudgeFactsAndTalkToNoEngine() {
        noClasses()
                .that()
                .resideInAnyPackage("multistage", "multistage.assertions")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "multistage.engine",
                        "multistage.build",
                        "multistage.measure",
                        "multistage.demo",
                        "com.github.dockerjava..",
                        "org.testcontainers..")
                .check(ours);
    }

    @Test
    void nothingUpstreamKnowsOfClaimsOrAnswers() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "multistage.engine",
                        "multistage.build",
                        "multistage.measure",
                        "multistage.archive",
                        "multistage.demo")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "multistage",
                        "multistage.claim",
                        "multistage.baseline",
                        "multistage.answers",
                        "multistage.grading")
                .check(ours);
    }

    @Test
    void answersAreMadeFromFactsAndOutcomesAlone() {
        classes()
                .that()
                .resideInAPackage("multistage.answers")
                .and()
                .haveSimpleNameNotEndingWith("Test")
                .and()
                .haveSimpleNameNotEndingWith("IT")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "multistage.answers..",
                        "multistage.baseline",
                        "multistage.facts",
                        "com.fasterxml.jackson..",
                        "org.assertj..")
                .check(ours);
    }

    @Test
    void gradesAreMadeFromAnswersAndFactsAlone() {
        classes()
                .that()
                .resideInAPackage("multistage.grading")
                .and()
                .haveSimpleNameNotEndingWith("Test")
                .and()
                .haveSimpleNameNotEndingWith("IT")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "multistage.grading",
                        "multistage.answers",
                        "multistage.answers.page",
                        "multistage.facts",
                        "com.fasterxml.jackson..",
                        "org.apache.commons.csv")
                .check(ours);
    }

    @Test
    void onlyTheEndOfARunKnowsOfGrades() {
        noClasses()
                .that()
                .resideOutsideOfPackages("multistage.grading", "multistage.claim")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("multistage.grading")
                .check(ours);
    }

    @Test
    void theBaselineIsOfFactsAlone() {
        classes()
                .that()
                .resideInAPackage("multistage.baseline")
                .and()
                .haveSimpleNameNotEndingWith("Test")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "multistage.baseline", "multistage.facts", "com.fasterxml.jackson..")
                .check(ours);
    }

    @Test
    void ciIsToldOfFactsAndOfWhatJudgedThemAlone() {
        classes()
                .that()
                .resideInAPackage("multistage.ci")
                .and()
                .haveSimpleNameNotEndingWith("Test")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "multistage.ci",
                        "multistage.answers",
                        "multistage.baseline",
                        "multistage.facts",
                        "com.fasterxml.jackson..")
                .check(ours);
    }

    @Test
    void onlyTheEndOfARunKnowsOfCi() {
        noClasses()
                .that()
                .resideOutsideOfPackages("multistage.ci", "multistage.claim")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("multistage.ci")
                .check(ours);
    }

    @Test
    void aPageKnowsNothingOfWhatItTells() {
        noClasses()
                .that()
                .resideInAPackage("multistage.answers.page")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("multistage.answers", "multistage.facts")
                .check(ours);
    }

    @Test
    void onlyTheEngineGoesThroughTheDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackages("multistage.engine", "org.testcontainers")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.testcontainers.BuildKit")
                .check(ours);
    }

    @Test
    void testsAssertWithAssertJ() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.junit.jupiter.api.Assertions")
                .check(ours);
    }
}
