package multistage.facts;

/** What stands in a place of a {@link Message}: words, a figure, or a message of its own. */
public sealed interface Part permits Message, Part.Words, Part.Figure {

    /**
     * Words that no language changes: a name, a path, a line of a log, what somebody else said.
     *
     * @param text as it is to be shown
     */
    record Words(String text) implements Part {}

    /**
     * A number, which languages write their own ways.
     *
     * @param digits as English has it, ungrouped: {@code 5062808}, {@code 5.06}
     */
    record Figure(String digits) implements Part {
        public Figure {
            if (!digits.matches("-?\\d+(\\.\\d+)?")) {
                throw new IllegalArgumentException(digits + " is no figure");
            }
        }
    }
}
