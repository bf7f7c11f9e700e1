package multistage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import multistage.archive.fixtures.SampleImage;
import multistage.archive.fixtures.SampleImage.Form;
import multistage.archive.fixtures.SampleImage.Part;
import multistage.archive.fixtures.Tar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveLimitsTest {
    private static final SampleImage IMAGE =
            SampleImage.of(new Tar().file("hello", "hello").bytes());
    private static final List<Part> PARTS = IMAGE.parts(Form.OLD_DOCKER);
    private static final byte[] ARCHIVE = SampleImage.tar(PARTS);
    private static final int ENTRIES = PARTS.size() + 1;
    private static final int NAMES = "/hello".length()
            + PARTS.stream().mapToInt(part -> ("/" + part.name()).length()).sum();
    private static final int CONFIG = PARTS.get(1).bytes().length;
    private static final int DOCUMENTS = CONFIG + PARTS.get(2).bytes().length;

    static Stream<Arguments> tooLow() {
        return Stream.of(
                Arguments.of(limits(1, 0, 0, 0, 0), "when unpacked, and no more is read"),
                Arguments.of(limits(0, 1, 0, 0, 0), "it holds more than 3 entries, and no more is read"),
                Arguments.of(limits(0, 0, 1, 0, 0), "101 B of names, and no more is read"),
                Arguments.of(limits(0, 0, 0, 1, 0), "it is JSON of more than"),
                Arguments.of(limits(0, 0, 0, 0, 1), "of JSON, and no more is read"));
    }

    @Test
    void anArchiveThatReachesEveryLimitIsRead() throws ArchiveUnreadable {
        assertThat(read(limits(0, 0, 0, 0, 0)).layers()).isEqualTo(IMAGE.diffIds());
    }

    @ParameterizedTest
    @MethodSource("tooLow")
    void oneBeyondALimitIsRefusedByTheNameOfThatLimit(ArchiveLimits limits, String problem) {
        assertThatThrownBy(() -> read(limits))
                .isInstanceOf(ArchiveUnreadable.class)
                .hasMessageContaining(problem);
    }

    /** What the archive takes, less that much. */
    private static ArchiveLimits limits(int bytes, int entries, int names, int document, int documents) {
        return new ArchiveLimits(
                ARCHIVE.length - bytes, ENTRIES - entries, NAMES - names, 0, CONFIG - document, DOCUMENTS - documents);
    }

    private static ArchivedImage read(ArchiveLimits limits) throws ArchiveUnreadable {
        return ImageArchive.read(new ByteArrayInputStream(ARCHIVE), 0, limits);
    }
}
