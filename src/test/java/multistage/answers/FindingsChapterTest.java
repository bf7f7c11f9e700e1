package multistage.answers;

import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.executable;
import static multistage.facts.fixtures.Changes.holding;
import static multistage.facts.fixtures.Changes.image;
import static multistage.facts.fixtures.Changes.multi;
import static multistage.facts.fixtures.Changes.naive;
import static multistage.facts.fixtures.Changes.notBuilt;
import static multistage.facts.fixtures.Changes.service;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.golang;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.naiveInventory;
import static multistage.facts.fixtures.ExampleFacts.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import multistage.answers.fixtures.Told;
import multistage.facts.Facts;
import multistage.facts.HistoryEntry;
import multistage.facts.Packages;
import multistage.facts.Packages.Change;
import multistage.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsChapterTest {
    private static final String GIT = "What did apt-get install git add?";
    private static final String CACHES = "What does go install leave behind?";

    @Test
    void gitThatTheBaseHasAddsNothing() {
        assertThat(answer(GIT, good()))
                .isEqualTo(
                        "Nothing: 0 B. git version 2.39.5 is in golang:1.23 already, so there was nothing to install; what"
                                + " apt-get update had fetched, the same RUN removed again. It still is a layer, an empty one.");
    }

    @Test
    void aLayerOfBytesButNoPackageIsTold() {
        assertThat(answer(GIT, ownSteps(installsGit("git", 4_096))))
                .isEqualTo(
                        "4.10 kB, and no package. git version 2.39.5 is in golang:1.23 already, so nothing was installed;"
                                + " these bytes are what apt wrote down, and what this engine counts of any layer (file bytes).");
    }

    @Test
    void packagesThatChangedAreToldAsTheyChanged() {
        Facts facts = packages(
                new Change("git", Optional.of("1:2.39.2"), Optional.of("1:2.39.5")),
                new Change("less", Optional.empty(), Optional.of("590")),
                new Change("vim", Optional.of("9"), Optional.empty()));

        assertThat(answer(GIT, facts))
                .startsWith("0 B. 3 packages came or changed: git 1:2.39.2 → 1:2.39.5, less 590, vim 9 → –. What");
    }

    @Test
    void ofManyPackagesTheFirstAreTold() {
        Change[] many = Collections.nCopies(13, new Change("p", Optional.empty(), Optional.of("1")))
                .toArray(Change[]::new);

        assertThat(answer(GIT, packages(many))).contains("13 packages", "p 1, p 1, …. What");
        assertThat(answer(GIT, packages(many)).split("p 1", -1)).hasSize(13);
    }

    @Test
    void packagesThatCouldNotBeComparedAreUnknown() {
        assertThat(answer(GIT, changed(good(), naive(image(with("packages", Optional.empty()))))))
                .isEqualTo("0 B. Which packages these are could not be read.");
        assertThat(answer(GIT, changed(good(), naive(image(with("base", Optional.empty()))))))
                .endsWith("Which packages these are could not be read.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"git-lfs", "curl && git clone x", "curl; echo git", "libgit2-1.5", "digit"})
    void whatDoesNotInstallGitIsNoSuchInstruction(String packages) {
        assertThat(answer(GIT, ownSteps(installsGit(packages, 9))))
                .isEqualTo("There is no such instruction in this naive Dockerfile.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git",
                "curl git",
                "git=1:2.39.5",
                "git/bookworm-backports",
                "git && rm -rf /var/lib/apt/lists/*",
                "git;"
            })
    void whatInstallsGitAmongOthersIs(String packages) {
        assertThat(answer(GIT, ownSteps(installsGit(packages, 0)))).startsWith("Nothing: 0 B.");
    }

    @Test
    void gitWithoutAVersionIsStillGit() {
        assertThat(answer(GIT, changed(good(), naive(service(with("probes", List.of()))))))
                .startsWith("Nothing: 0 B. git is in golang:1.23 already");
        assertThat(answer(GIT, changed(good(), naive(with("ifRun", Optional.empty())))))
                .startsWith("Nothing: 0 B. git is in golang:1.23 already");
    }

    @Test
    void cachesAreToldWithWhereTheyLie() {
        assertThat(answer(CACHES, good()))
                .isEqualTo("72.9 MB, 14.4 times the program that it built, and no use to anybody once it is built:"
                        + " /root/.cache 72.9 MB, /go/pkg 21.0 kB.");
    }

    @Test
    void cachesThatWereNotCountedAreToldWithoutWhere() {
        assertThat(answer(CACHES, changed(good(), naive(with("inventory", Optional.empty())))))
                .endsWith("no use to anybody once it is built.");
    }

    @Test
    void whereNothingIsLeftBehindOrNoProgramKnownThereAreNoCaches() {
        String none = "No instruction of this image both builds the program and leaves something behind.";

        assertThat(answer(CACHES, ownSteps(installsGit("git", 0)))).isEqualTo(none);
        assertThat(answer(CACHES, changed(good(), naive(image(with("executable", Optional.empty()))))))
                .isEqualTo(none);
        assertThat(answer(CACHES, changed(good(), naive(image(executable(with("bytes", 0L)))))))
                .isEqualTo(none);
        assertThat(answer(CACHES, changed(good(), naive(image(executable(with("bytes", 78_000_000L)))))))
                .isEqualTo(none);
    }

    @Test
    void whatIsLackedIsMissingAndWhatIsThereHasItsPath() {
        assertThat(told(good()))
                .contains(
                        "a shell | /usr/bin/sh | missing | somebody wants to look around with docker exec, or the entrypoint is a"
                                + " script or written without brackets",
                        "/tmp | /tmp | missing | the program keeps a large upload or anything else in a temporary file");
    }

    @Test
    void whatEachImageExposesIsCounted() {
        assertThat(told(good()))
                .contains(
                        "files | 29,155 | 1",
                        "executable files | 1,523 | 1",
                        "files that run with their owner's rights (setuid, setgid) | 4 | 0",
                        "Debian packages, each to be watched for flaws | 205 | 0");
    }

    @Test
    void whatWasNotCountedIsNotSaidToBeMissingOrNone() {
        Facts facts = changed(good(), multi(with("inventory", Optional.empty())), naive(notBuilt("no network")));

        assertThat(told(facts))
                .anyMatch(line -> line.startsWith("a shell | not measured | not measured | "))
                .contains(
                        "files | not measured | not measured",
                        "Debian packages, each to be watched for flaws | not measured | 0")
                .doesNotContain("# " + GIT, "# " + CACHES);
    }

    @Test
    void setuidFilesAreListedUpToTwenty() {
        List<String> paths =
                IntStream.rangeClosed(1, 21).mapToObj(n -> "/s" + n).toList();
        Facts many = changed(
                good(), naive(with("inventory", Optional.of(changed(naiveInventory(), with("setuid", paths))))));
        Facts none = changed(
                good(), naive(with("inventory", Optional.of(changed(naiveInventory(), with("setuid", List.of()))))));

        assertThat(told(many))
                .contains("files that run with their owner's rights (setuid, setgid) | 21 | 0")
                .anyMatch(line -> line.startsWith("The setuid files") && line.endsWith("/s19, /s20, …."));
        assertThat(told(good())).anyMatch(line -> line.startsWith("The setuid files") && !line.contains("…"));
        assertThat(told(none)).noneMatch(line -> line.startsWith("The setuid files"));
    }

    @Test
    void whatARegistryCarriesIsToldWhereBothAreKnown() {
        String question = "# What does a registry carry?";

        assertThat(told(good()))
                .contains(
                        question,
                        "2.17 MB for the multi-stage image: layers travel packed, here by gzip, to 43 % of their 5.06 MB.");
        assertThat(told(changed(good(), multi(image(with("packedBytes", Optional.empty()))))))
                .doesNotContain(question);
        assertThat(told(changed(good(), multi(image(with("content", Optional.empty()))))))
                .doesNotContain(question);
        assertThat(told(changed(good(), multi(image(holding()))))).doesNotContain(question);
    }

    private static HistoryEntry installsGit(String packages, long bytes) {
        return run("sha256:n1", "apt-get update && apt-get install -y --no-install-recommends " + packages, bytes);
    }

    private static Facts ownSteps(HistoryEntry... own) {
        return changed(
                good(),
                naive(image(with(
                        "history",
                        Stream.concat(golang().history().stream(), Stream.of(own))
                                .toList()))));
    }

    private static Facts packages(Change... changes) {
        return changed(good(), naive(image(with("packages", Optional.of(new Packages(208, List.of(changes)))))));
    }

    private static String answer(String question, Facts facts) {
        List<String> told = told(facts);
        assertThat(told).contains("# " + question);
        return told.get(told.indexOf("# " + question) + 1);
    }

    private static List<String> told(Facts facts) {
        return Told.lines(new FindingsChapter(new Phrases(Language.ENGLISH, facts), facts)
                .section()
                .blocks());
    }
}
