package multistage.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import multistage.page.Table.Cell;
import multistage.page.Table.Column;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table.Builder builder =
            new Table.Builder(Text.plain("Sizes")).words("Image").number("Bytes");

    @Test
    void eachCellKnowsItsColumn() {
        Table table = builder.row(Text.plain("naive"), Text.plain("913 MB")).build();

        assertThat(table.columns()).containsExactly(new Column("Image", false), new Column("Bytes", true));
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).cells())
                .containsExactly(
                        new Cell(table.columns().get(0), Text.plain("naive")),
                        new Cell(table.columns().get(1), Text.plain("913 MB")));
    }

    @Test
    void aRowOfAnotherWidthIsRefusedWithTheTablesCaption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.row(Text.plain("naive")))
                .withMessage("a row of 1 cells for 2 columns: Sizes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.row(Text.plain("a"), Text.plain("b"), Text.plain("c")))
                .withMessage("a row of 3 cells for 2 columns: Sizes");
    }

    @Test
    void aTableIsNotChangedByRowsThatComeLater() {
        Table table = builder.build();
        builder.row(Text.plain("naive"), Text.plain("1"));

        assertThat(table.rows()).isEmpty();
    }
}
