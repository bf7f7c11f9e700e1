package multistage.facts;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Amounts with their units, as parts of messages. */
public final class Amount {
    private static final List<String> BYTES = List.of("%s B", "%s kB", "%s MB", "%s GB", "%s TB", "%s PB");

    private Amount() {}

    /** A size as people read it, in powers of ten: {@code 5.06 MB}. */
    public static Message bytes(long bytes) {
        String[] numberAndUnit = Bytes.human(bytes).split(" ");
        return BYTES.stream()
                .filter(form -> form.equals("%s " + numberAndUnit[1]))
                .map(form -> Message.of(form, new Part.Figure(numberAndUnit[0])))
                .findFirst()
                .orElseThrow();
    }

    /** A size for people and to the byte: {@code 5.06 MB (5062808 bytes)}. */
    public static Message exactBytes(long bytes) {
        return bytes < 1000
                ? count(bytes, "%s byte", "%s bytes")
                : Message.of("%s (%s)", bytes(bytes), count(bytes, "%s byte", "%s bytes"));
    }

    /** {@code 1.2 s}, to the millisecond. */
    public static Message seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
        return Message.of("%s s", new Part.Figure(seconds.toPlainString()));
    }

    /** {@code 80 %}. */
    public static Message percent(long percent) {
        return percent(BigDecimal.valueOf(percent));
    }

    /** {@code 12.5 %}, without zeros at its end. */
    public static Message percent(BigDecimal percent) {
        return Message.of("%s %", percent.stripTrailingZeros());
    }

    /**
     * {@code 1 layer}, {@code 2 layers}.
     *
     * @param one the form for one of them
     * @param many the form for any other number
     */
    public static Message count(long number, String one, String many) {
        return Message.of(number == 1 ? one : many, number);
    }
}
