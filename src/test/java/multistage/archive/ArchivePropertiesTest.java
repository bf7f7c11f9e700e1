package multistage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import multistage.archive.fixtures.ImageModel;
import multistage.archive.fixtures.ImageModel.Change;
import multistage.archive.fixtures.Packing;
import multistage.archive.fixtures.RawTar;
import multistage.archive.fixtures.SampleImage;
import multistage.archive.fixtures.SampleImage.Form;
import multistage.archive.fixtures.SampleImage.Part;
import multistage.archive.fixtures.Tar;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds for any image and for any damage to its archive. */
class ArchivePropertiesTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(1_000_000, 1000, 100_000, 10_000, 20_000, 100_000);
    private static final SampleImage IMAGE = SampleImage.of(
            new Tar()
                    .folder("app")
                    .file("app/main", "package main")
                    .hardLink("twin", "app/main")
                    .bytes(),
            new Tar().file("x".repeat(150), "long").file("app/.wh.main", "").bytes());

    /** One piece of damage: where and how much in thousandths of the archive. */
    record Damage(Kind kind, int from, int to, int bytes) {
        enum Kind {
            FLIP,
            CUT,
            REMOVE,
            DUPLICATE,
            SWAP,
            ZERO
        }

        byte[] done(byte[] archive) {
            int size = kind == Kind.REMOVE || kind == Kind.DUPLICATE || kind == Kind.SWAP ? 512 : 1;
            int units = archive.length / size;
            int start = (int) ((long) units * from / 1000) * size;
            int end = Math.min(start + size * (1 + bytes % 4), archive.length);
            byte[] block = Arrays.copyOfRange(archive, start, end);
            byte[] before = Arrays.copyOf(archive, start);
            byte[] after = Arrays.copyOfRange(archive, end, archive.length);
            return switch (kind) {
                case FLIP -> joined(before, flipped(block), after);
                case ZERO -> joined(before, new byte[block.length], after);
                case CUT -> before;
                case REMOVE -> joined(before, after);
                case DUPLICATE -> joined(before, block, block, after);
                case SWAP -> swapped(archive, block, start);
            };
        }

        private byte[] flipped(byte[] block) {
            byte[] flipped = block.clone();
            flipped[0] ^= (byte) (1 << bytes % 8);
            return flipped;
        }

        private byte[] swapped(byte[] archive, byte[] block, int start) {
            byte[] swapped = archive.clone();
            int other = (int) ((long) (archive.length - block.length) / 512 * to / 1000) * 512;
            System.arraycopy(archive, other, swapped, start, block.length);
            System.arraycopy(block, 0, swapped, other, block.length);
            return swapped;
        }

        private static byte[] joined(byte[]... parts) {
            return Arrays.stream(parts).reduce(new byte[0], Packing::joined);
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyDamageGivesTheRightAnswerOrTheOneError(
            @ForAll Form form, @ForAll Packing packing, @ForAll("damage") List<Damage> damage)
            throws ArchiveUnreadable {
        byte[] sound = IMAGE.packed(packing).archive(form);
        byte[] damaged = sound;
        for (Damage one : damage) {
            damaged = damaged.length == 0 ? damaged : one.done(damaged);
        }

        assertSameOrError(damaged, read(sound));
    }

    @Property(tries = 150)
    void anyImageIsReadBackInAnyFormPackingAndOrder(
            @ForAll("layers") List<List<Change>> layers,
            @ForAll Form form,
            @ForAll Packing packing,
            @ForAll Random order)
            throws ArchiveUnreadable {
        ImageModel model = new ImageModel();
        List<byte[]> tars = layers.stream().map(model::layer).toList();
        SampleImage image = new SampleImage(tars, packing, "[]");
        List<Part> parts = new ArrayList<>(image.parts(form));
        Collections.shuffle(parts, order);

        ArchivedImage read = read(SampleImage.tar(parts));

        assertThat(read.layers()).isEqualTo(image.diffIds());
        assertThat(read.content().entries()).isEqualTo(model.entries());
    }

    @Property(tries = 150)
    void anyBytesAreNoArchive(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(ArchiveUnreadable.class);
    }

    @Property(tries = 150)
    void anyLayerThatIsNotTheConfigsIsAnError(
            @ForAll @Size(max = 1200) byte[] bytes, @ForAll("headers") byte[] header) {
        byte[] layer = RawTar.archive(RawTar.checked(header), bytes);
        List<Part> parts =
                SampleImage.exchanged(IMAGE.parts(Form.OLD_DOCKER), "0/layer.tar", new Part("0/layer.tar", layer, ""));

        assertThatThrownBy(() -> read(SampleImage.tar(parts))).isInstanceOf(ArchiveUnreadable.class);
        assertThatThrownBy(() -> read(layer)).isInstanceOf(ArchiveUnreadable.class);
    }

    private static void assertSameOrError(byte[] damaged, ArchivedImage right) {
        try {
            assertThat(read(damaged)).isEqualTo(right);
        } catch (ArchiveUnreadable e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1000);
        }
    }

    @Provide
    Arbitrary<List<Damage>> damage() {
        Arbitrary<Integer> thousandths = Arbitraries.integers().between(0, 999);
        return Combinators.combine(
                        Arbitraries.of(Damage.Kind.class),
                        thousandths,
                        thousandths,
                        Arbitraries.integers().between(0, 99))
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<List<Change>>> layers() {
        Arbitrary<String> path = Arbitraries.of("a", "b", "a.b", "é")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(names -> String.join("/", names));
        Arbitrary<Change> change = Combinators.combine(
                        Arbitraries.of(ImageModel.Type.class),
                        path,
                        path,
                        Arbitraries.integers().between(0, 1100))
                .as(Change::new);
        return change.list().ofMaxSize(12).list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<byte[]> headers() {
        return Arbitraries.bytes().array(byte[].class).ofSize(512);
    }

    private static ArchivedImage read(byte[] archive) throws ArchiveUnreadable {
        return ImageArchive.read(new ByteArrayInputStream(archive), 0, LIMITS);
    }
}
