package multistage.page;

import static multistage.page.fixtures.ExampleDocuments.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {
    @Test
    void whatIsToBeReadFirstStandsBeforeItsOwnSections() {
        Section changes = new Section("changes", "Changes", List.of(new Block.Paragraph(Text.plain("heavier"))));

        assertThat(of(List.of()).startingWith(List.of(changes)).sections())
                .extracting(Section::name)
                .containsExactly("changes", "one");
    }
}
