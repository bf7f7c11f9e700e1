package multistage.facts;

import static multistage.facts.fixtures.ExampleFacts.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import multistage.facts.Content.Entry;
import multistage.facts.Content.Kind;
import org.junit.jupiter.api.Test;

class ContentTest {
    private final Content content = new Content(List.of(
            new Entry("/bin", Kind.FOLDER, 0, "0755"),
            new Entry("/bin/sh", Kind.LINK, 0, "0777"),
            file("/bin/busybox", 800_000),
            new Entry("/dev/null", Kind.OTHER, 0, "0666"),
            file("/hello", 5_000_000)));

    @Test
    void foldersAreNoFiles() {
        assertThat(content.files())
                .extracting(Entry::path)
                .containsExactly("/bin/sh", "/bin/busybox", "/dev/null", "/hello");
    }

    @Test
    void bytesAreThoseOfAllFiles() {
        assertThat(content.bytes()).isEqualTo(5_800_000);
    }
}
