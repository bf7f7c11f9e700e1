package multistage.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudentFoldersTest {
    private static final List<String> HOSTILE = List.of(
            "",
            ".",
            "..",
            "...",
            ".hidden",
            "-rf",
            "~",
            " ",
            "a/b",
            "a\\b",
            "../../etc",
            "C:",
            "<script>alert(1)</script>",
            "a|b",
            "a*b",
            "a?b",
            "a\"b",
            "a\nb",
            "a\rb",
            "a\tb",
            "a\0b",
            "a\u001bb",
            "a\u202eb",
            "a\ufffdb",
            "a\ud800b",
            "a\u2028b",
            "a\u00a0b",
            "dot.",
            "blank ",
            "CON",
            "nul.txt",
            "index.html",
            "Index.HTML",
            "class.csv",
            "facts.json",
            "w".repeat(255),
            "é".repeat(127),
            "😀".repeat(63),
            "_-3a6eb079",
            "מרים",
            "李雷",
            "Zoé Lefèvre",
            "Zoe\u0301 Lefe\u0300vre");

    @ParameterizedTest
    @ValueSource(strings = {"alice", "Zoé Lefèvre", "O'Neill, Siobhán", "李雷", "מרים כהן", "group 3 (late)", "a.b-c_d"})
    void aNameThatIsSafeStaysAsItIs(String name) {
        assertThat(folder(name)).isEqualTo(name);
    }

    @Test
    void whatIsNotSafeIsMadeSafeAndToldApartByADigest() {
        assertThat(folder("a/b")).matches("a_b-[0-9a-f]{8}");
        assertThat(folder("..")).matches("__-[0-9a-f]{8}");
        assertThat(folder("index.html")).matches("_index\\.html-[0-9a-f]{8}");
    }

    @Test
    void everyFolderIsSafeInAnyStore() {
        assertThat(StudentFolders.of(HOSTILE).values())
                .hasSize(HOSTILE.size())
                .allSatisfy(folder -> assertThat(folder)
                        .doesNotContainPattern("[\"<>|*?:\\\\/\\p{C}\ufffd]|^[ .~-]|[ .]$")
                        .doesNotMatch("(?i)con|nul\\.txt|index\\.html|class\\.csv|facts\\.json")
                        .satisfies(name -> assertThat(name.getBytes(StandardCharsets.UTF_8))
                                .hasSizeBetween(1, 100)));
    }

    @Test
    void noTwoAreTheSameOnAnyFileSystem() {
        List<String> alike = List.of("Anna", "ANNA", "anna", "zo\u00e9", "zoe\u0301", "a?", "a*", "straße", "STRASSE");

        assertThat(StudentFolders.of(alike).values())
                .extracting(folder -> folder.toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
        assertThat(StudentFolders.of(HOSTILE).values())
                .extracting(folder -> folder.toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    @Test
    void somebodyCalledWhatAnotherWasGivenKeepsTheName() {
        String given = folder("a/b");

        Map<String, String> folders = StudentFolders.of(List.of("a/b", given));

        assertThat(folders).containsEntry(given, given);
        assertThat(folders.get("a/b")).startsWith("a_b-").isNotEqualTo(given);
    }

    @Test
    void theOrderDoesNotMatterNorWhoElseIsThere() {
        List<String> turned = new ArrayList<>(HOSTILE);
        Collections.reverse(turned);

        assertThat(StudentFolders.of(turned)).isEqualTo(StudentFolders.of(HOSTILE));
        assertThat(StudentFolders.of(List.of("a/b", "alice", "Bob")))
                .containsAllEntriesOf(StudentFolders.of(List.of("a/b", "Bob")));
    }

    @Test
    void theyAreToldInTheStudentsOrder() {
        assertThat(StudentFolders.of(List.of("b", "c", "a")).keySet()).containsExactly("b", "c", "a");
    }

    @Test
    void eachCanBeMade(@TempDir Path folder) throws IOException {
        for (String name : StudentFolders.of(HOSTILE).values()) {
            assertThat(Files.createDirectory(folder.resolve(name))).hasParent(folder);
        }
    }

    private static String folder(String student) {
        return StudentFolders.of(List.of(student)).get(student);
    }
}
