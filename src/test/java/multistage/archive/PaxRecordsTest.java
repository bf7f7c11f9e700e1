package multistage.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaxRecordsTest {
    @Test
    void eachRecordHasAKeyAndAValue() throws ArchiveUnreadable {
        assertThat(parse("9 path=a\n14 note=b\nc=d\n5 x=\n"))
                .containsOnly(entry("path", "a"), entry("note", "b\nc=d"), entry("x", ""));
    }

    @Test
    void theLastOfTwoCounts() throws ArchiveUnreadable {
        assertThat(parse("9 path=a\n9 path=b\n")).containsOnly(entry("path", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9",
                "9path=a\n",
                "8 path=a\n",
                "8 path=a9 path=b\n",
                "11 path=a\n",
                "0 path=a\n",
                "-9 path=a\n",
                "99999999999999999999 path=a\n",
                "9 path=a\n11 path=b\n",
                "1 path=a\n",
                "9 pathsa\n",
                "9 pathsa\n=",
                "2 \n",
                "9 path=a\n\0"
            })
    void aDamagedRecordIsAnError(String records) {
        assertThatThrownBy(() -> parse(records))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessage("one of its extended headers is damaged");
    }

    private static Map<String, String> parse(String records) throws ArchiveUnreadable {
        return PaxRecords.parse(records.getBytes(ISO_8859_1));
    }
}
