package multistage.assertions;

import static multistage.assertions.DemoAssertions.assertThat;
import static multistage.assertions.fixtures.Failing.messageOf;
import static multistage.facts.fixtures.Changes.changed;
import static multistage.facts.fixtures.Changes.with;
import static multistage.facts.fixtures.ExampleFacts.good;
import static multistage.facts.fixtures.ExampleFacts.multiExecutable;

import java.util.List;
import java.util.Optional;
import multistage.facts.Executable;
import org.junit.jupiter.api.Test;

class ExecutableAssertTest {
    @Test
    void aStaticProgramIsStatic() {
        assertThat(multiExecutable()).isStatic();
    }

    @Test
    void aProgramWithoutSymbolTablesIsStripped() {
        assertThat(multiExecutable()).isStripped();
    }

    @Test
    void aProgramWithoutPathsHoldsNone() {
        assertThat(multiExecutable()).holdsNoBuildPath();
    }

    @Test
    void isNotStaticWithALoader() {
        messageOf(() -> assertThat(program("interpreter", Optional.of("/lib64/ld-linux-x86-64.so.2")))
                        .isStatic())
                .isEqualTo("the multi-stage image's program /hello should be static,"
                        + " but it cannot run without /lib64/ld-linux-x86-64.so.2");
    }

    @Test
    void isNotStaticWithSharedLibraries() {
        messageOf(() -> assertThat(program("neededLibraries", List.of("libresolv.so.2", "libc.so.6")))
                        .isStatic())
                .isEqualTo("the multi-stage image's program /hello should be static,"
                        + " but it cannot run without libresolv.so.2 and libc.so.6");
    }

    @Test
    void isNotStrippedWithSymbolTables() {
        messageOf(() -> assertThat(program("symbolTables", List.of(".symtab", ".strtab", ".debug_info")))
                        .isStripped())
                .isEqualTo("the multi-stage image's program /hello should be stripped,"
                        + " but it still has .symtab, .strtab and .debug_info");
    }

    @Test
    void holdsABuildPath() {
        messageOf(() -> assertThat(program("buildPaths", List.of("/app/main.go")))
                        .holdsNoBuildPath())
                .isEqualTo("the multi-stage image's program /hello should not tell where its source lay when it was"
                        + " built, but it names /app/main.go");
    }

    @Test
    void namesNoMoreThanTenBuildPaths() {
        messageOf(() -> assertThat(program("buildPaths", List.of("a b c d e f g h i j k l".split(" "))))
                        .holdsNoBuildPath())
                .endsWith("it names a, b, c, d, e, f, g, h, i, j and 2 more");
    }

    @Test
    void weighsAboutTheSameUpToTheLimit() {
        Executable other = program("bytes", 5_000_000L);

        assertThat(program("bytes", 6_000_000L)).weighsAboutTheSameAs(other, 20);
        assertThat(program("bytes", 4_000_000L)).weighsAboutTheSameAs(other, 20);
        assertThat(multiExecutable()).weighsAboutTheSameAs(good().naive().executable(), 20);
    }

    @Test
    void weighsMoreBeyondTheLimit() {
        messageOf(() -> assertThat(program("bytes", 6_000_001L)).weighsAboutTheSameAs(program("bytes", 5_000_000L), 20))
                .isEqualTo("the multi-stage image's program /hello should weigh what the multi-stage image's program"
                        + " /hello weighs, give or take 20 %, but it weighs 6.00 MB (6000001 bytes)"
                        + " and the other 5.00 MB (5000000 bytes): 20.01 % more");
    }

    @Test
    void weighsLessBeyondTheLimit() {
        messageOf(() -> assertThat(program("bytes", 3_999_999L))
                        .weighsAboutTheSameAs(good().naive().executable(), 20))
                .contains("what the naive image's program /go/bin/helloworld weighs, give or take 20 %")
                .endsWith("it weighs 4.00 MB (3999999 bytes) and the other 5.08 MB (5079192 bytes): 21.25 % less");
    }

    private static Executable program(String component, Object value) {
        return changed(multiExecutable(), with(component, value));
    }
}
