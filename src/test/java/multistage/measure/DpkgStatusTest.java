package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import multistage.facts.Packages;
import multistage.facts.Packages.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DpkgStatusTest {
    private static final String GIT = """
            Package: git
            Status: install ok installed
            Priority: optional
            Maintainer: Jonathan Nieder <jrnieder@gmail.com>
            Architecture: amd64
            Version: 1:2.39.5-0+deb12u2
            Description: fast, scalable, distributed revision control system
             Git is popular version control system.
             .
             Package: of a description, not of a package
            """;

    @Test
    void whatIsInstalledIsCounted() {
        assertThat(parse(GIT, installed("gcc", "12.2.0")).since(nothing()).count())
                .isEqualTo(2);
    }

    @Test
    void withTheSameVersionsNothingHasChanged() {
        assertThat(parse(GIT).since(parse(GIT))).isEqualTo(new Packages(1, List.of()));
    }

    @Test
    void whatWasAddedUpgradedOrRemovedHasChanged() {
        DpkgStatus base = parse(installed("curl", "7"), installed("git", "2.1"), installed("wget", "1"));

        assertThat(parse(installed("curl", "7"), installed("git", "2.2"), installed("zip", "3"))
                        .since(base)
                        .changes())
                .containsExactly(
                        new Change("git", Optional.of("2.1"), Optional.of("2.2")),
                        new Change("wget", Optional.of("1"), Optional.empty()),
                        new Change("zip", Optional.empty(), Optional.of("3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deinstall ok config-files",
                "install ok half-configured",
                "install ok unpacked",
                "hold ok installed",
                "Install OK Installed",
                ""
            })
    void whatIsNotWhollyInstalledIsNotCounted(String status) {
        assertThat(parse("Package: git\nStatus: " + status + "\nVersion: 1\n", installed("gcc", "12"))
                        .since(nothing())
                        .count())
                .isOne();
    }

    @Test
    void aPackageOfAnotherArchitectureIsAnother() {

        DpkgStatus base = parse(installed("dpkg", "1") + "Architecture: amd64\n", installed("libc6", "2"));
        DpkgStatus image = parse(
                installed("dpkg", "1") + "Architecture: amd64\n",
                installed("libc6", "2") + "Architecture: amd64\n",
                installed("libc6", "2") + "Architecture: i386\n");

        assertThat(image.since(base))
                .isEqualTo(new Packages(3, List.of(new Change("libc6:i386", Optional.empty(), Optional.of("2")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Package: git\nStatus: install ok installed\n",
                "Status: install ok installed\nVersion: 1\n",
                "Package: Git\nStatus: install ok installed\nVersion: 1\n",
                "Package: <b>\nStatus: install ok installed\nVersion: 1\n",
                "Package: git\nStatus: install ok installed\nVersion: 1 2\n",
                "Package: git\nStatus: install ok installed\nVersion: 1\nArchitecture: \u001b[31m\n",
                "Package git\n: \n:::\n\0\n"
            })
    void whatIsNoPackageIsPassedOver(String paragraph) {
        assertThat(parse(paragraph, GIT).since(nothing()).count()).isOne();
    }

    @Test
    void namesAndVersionsAreBounded() {
        assertThat(parse(installed("a".repeat(101), "1"), installed("b", "1".repeat(101)))
                        .since(nothing())
                        .count())
                .isZero();
    }

    @Test
    void onlyTheFirstChangesAreTold() {
        String many =
                IntStream.range(0, 1000).mapToObj(i -> installed("p" + i, "1")).collect(Collectors.joining("\n"));

        Packages packages = parse(many).since(nothing());

        assertThat(packages.count()).isEqualTo(1000);
        assertThat(packages.changes()).hasSize(300);
    }

    @Test
    void aListThatIsCutHasWhatIsWholeInIt() {
        byte[] list = (installed("a", "1") + "\n" + installed("b", "2")).getBytes(StandardCharsets.UTF_8);

        for (int length = 0; length < list.length; length++) {
            assertThat(DpkgStatus.parse(Arrays.copyOf(list, length))
                            .since(nothing())
                            .count())
                    .as("%d bytes", length)
                    .isBetween(0, 2);
        }
        assertThat(DpkgStatus.parse(Arrays.copyOf(list, list.length / 2 + 10))
                        .since(nothing())
                        .count())
                .isOne();
    }

    private static DpkgStatus nothing() {
        return parse("");
    }

    private static DpkgStatus parse(String... paragraphs) {
        return DpkgStatus.parse(String.join("\n", paragraphs).getBytes(StandardCharsets.UTF_8));
    }

    private static String installed(String name, String version) {
        return "Package: " + name + "\nStatus: install ok installed\nVersion: " + version + "\n";
    }
}
