package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import multistage.facts.Packages;
import multistage.facts.Packages.Change;
import org.junit.jupiter.api.Test;

class DebianPackagesTest {
    private static final String BASE =
            installed("bash", "5.2-1") + installed("git", "1:2.39.2-1") + installed("perl", "5");

    @Test
    void whatWasAddedRaisedOrRemovedHasChangedByName() {
        String image =
                installed("zlib1g", "1.2~dfsg-1") + installed("git", "1:2.39.5-0+deb12u1") + installed("bash", "5.2-1");

        assertThat(DebianPackages.since(BASE, image))
                .isEqualTo(new Packages(
                        3,
                        List.of(
                                new Change("git", Optional.of("1:2.39.2-1"), Optional.of("1:2.39.5-0+deb12u1")),
                                new Change("perl", Optional.of("5"), Optional.empty()),
                                new Change("zlib1g", Optional.empty(), Optional.of("1.2~dfsg-1")))));
    }

    @Test
    void whatIsNotInstalledOrNoPackageDoesNotCount() {
        String image = BASE
                + "Package: removed\nStatus: deinstall ok config-files\nVersion: 1\n\n"
                + "Package: no version\nStatus: install ok installed\nVersion: 1\n\n"
                + "Description: Package: a\n Version: 1\n\n\n"
                + installed("bad", "1 2");

        assertThat(DebianPackages.since(BASE, image)).isEqualTo(new Packages(3, List.of()));
    }

    private static String installed(String name, String version) {
        return "Package: " + name + "\nStatus: install ok installed\nArchitecture: amd64\nVersion: " + version
                + "\nDescription: a\n b\n\n";
    }
}
