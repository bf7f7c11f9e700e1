package multistage.answers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Image;
import multistage.page.Picture;
import multistage.page.Picture.Bar;
import multistage.page.Picture.Key;
import multistage.page.Picture.Lens;
import multistage.page.Table;
import multistage.page.Text;
import multistage.words.Amounts;

/** Both images' bytes by what they are for, as bars of one scale and as a table. */
final class BytesPicture {
    /** Where the enlarged view begins; an image that reaches that far needs none. */
    private static final double LENS_LEFT = 0.3;

    private static final String NONE = "–";

    private final Phrases phrases;
    private final Amounts amounts;
    private final Map<Purpose, Long> naive;
    private final Map<Purpose, Long> multi;
    private final List<Purpose> purposes;

    BytesPicture(Phrases phrases, Image naive, Image multi) {
        this.phrases = phrases;
        this.amounts = phrases.amounts();
        this.naive = Slice.byPurpose(naive);
        this.multi = Slice.byPurpose(multi);
        this.purposes = Stream.of(Purpose.values())
                .filter(purpose -> this.naive.containsKey(purpose) || this.multi.containsKey(purpose))
                .toList();
    }

    Table table() {
        Table.Builder table = phrases.table("purposes")
                .words(phrases.plain("purposes.what"))
                .number(phrases.plain("column.naive"))
                .number(phrases.plain("purposes.share"))
                .number(phrases.plain("column.multi"))
                .number(phrases.plain("purposes.share"));
        for (Purpose purpose : purposes) {
            table.row(cells(word(purpose), naive.getOrDefault(purpose, 0L), multi.getOrDefault(purpose, 0L)));
        }
        table.total(cells(phrases.plain("purposes.total"), sum(naive), sum(multi)));
        return table.build();
    }

    private Text[] cells(String what, long ofNaive, long ofMulti) {
        return new Text[] {
            Text.plain(what),
            Text.plain(ofNaive == 0 ? NONE : amounts.bytes(ofNaive)),
            Text.plain(ofNaive == 0 ? NONE : amounts.share(ofNaive, sum(naive))),
            Text.plain(ofMulti == 0 ? NONE : amounts.bytes(ofMulti)),
            Text.plain(ofMulti == 0 ? NONE : amounts.share(ofMulti, sum(multi)))
        };
    }

    Picture picture() {
        double scale = scale();
        return new Picture(
                phrases.language().code(),
                phrases.plain("picture.title"),
                description(),
                bar(phrases.plain("picture.naive", "total", amounts.bytes(sum(naive))), 0, naive, scale),
                bar(phrases.plain("picture.multi", "total", amounts.bytes(sum(multi))), 0, multi, scale),
                needsLens() ? Optional.of(lens(sum(multi) / scale)) : Optional.empty(),
                purposes.stream().map(this::key).toList());
    }

    private double scale() {
        return Math.max(1, Math.max(sum(naive), sum(multi)));
    }

    private boolean needsLens() {
        double sliver = sum(multi) / scale();
        return sliver > 0 && sliver < LENS_LEFT;
    }

    private Lens lens(double sliver) {
        double width = 1 - LENS_LEFT;
        String times = amounts.count(Math.round(width / sliver));
        String label = phrases.plain("picture.enlarged", "times", times);
        return new Lens(bar(label, LENS_LEFT, multi, sum(multi) / width), sliver, LENS_LEFT);
    }

    private Bar bar(String label, double left, Map<Purpose, Long> bytes, double scale) {
        return Bar.of(
                label,
                left,
                bytes.keySet().stream().map(this::key).toList(),
                bytes.values().stream().map(part -> part / scale).toList());
    }

    private Key key(Purpose purpose) {
        long bytes = naive.getOrDefault(purpose, 0L);
        String amount = bytes == 0
                ? amounts.bytes(multi.getOrDefault(purpose, 0L))
                : amounts.bytes(bytes) + ", " + amounts.share(bytes, sum(naive));
        return new Key(purposes.indexOf(purpose) + 1, purpose.key(), word(purpose), amount);
    }

    private String description() {
        String key = needsLens() ? "picture.description.enlarged" : "picture.description";
        return phrases.plain(
                key,
                "naive",
                "example/naive",
                "naive.total",
                amounts.bytes(sum(naive)),
                "naive.parts",
                parts(naive),
                "multi",
                "example/multistaged-builds",
                "multi.total",
                amounts.bytes(sum(multi)),
                "percent",
                amounts.share(sum(multi), sum(naive)),
                "multi.parts",
                parts(multi));
    }

    private String parts(Map<Purpose, Long> bytes) {
        return bytes.isEmpty()
                ? NONE
                : bytes.entrySet().stream()
                        .map(part -> word(part.getKey()) + " " + amounts.bytes(part.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private String word(Purpose purpose) {
        return phrases.plain("purpose." + purpose.key());
    }

    private static long sum(Map<Purpose, Long> bytes) {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
