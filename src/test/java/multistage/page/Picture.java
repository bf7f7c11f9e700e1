package multistage.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A large and a small thing as bars of one scale, which is the picture's width, and the small one enlarged beside itself.
 *
 * @param language the code of the language that it speaks
 * @param title what it shows, in a few words
 * @param description what one sees in it, for those who do not
 * @param large the larger one, as wide as the picture
 * @param small the smaller one, in the same scale
 * @param lens the small one enlarged, unless it is large enough
 * @param legend what each colour stands for, in the order of its numbers
 */
public record Picture(
        String language,
        String title,
        String description,
        Bar large,
        Bar small,
        Optional<Lens> lens,
        List<Key> legend) {
    private static final int LEGEND_TOP = 164;
    private static final int KEY_HEIGHT = 22;

    public Picture {
        title = Span.plain(title).words();
        description = Span.plain(description).words();
        legend = List.copyOf(legend);
    }

    /** The picture's height in pixels; its width is what there is. */
    public int height() {
        return LEGEND_TOP + legend.size() * KEY_HEIGHT;
    }

    /**
     * A bar.
     *
     * @param label what it shows
     * @param parts from left to right
     */
    public record Bar(String label, List<Part> parts) {
        public Bar {
            label = Span.plain(label).words();
            parts = List.copyOf(parts);
        }

        /**
         * The bar that begins at a part of the picture's width and has parts of these widths.
         *
         * @param keys the parts' numbers in the legend
         * @param widths the parts' widths, as parts of the picture's
         */
        public static Bar of(String label, double left, List<Key> keys, List<Double> widths) {
            List<Part> parts = new ArrayList<>();
            double x = left;
            for (int i = 0; i < keys.size(); i++) {
                parts.add(new Part(keys.get(i).number(), keys.get(i).colour(), x, widths.get(i)));
                x += widths.get(i);
            }
            return new Bar(label, parts);
        }
    }

    /**
     * A part of a bar.
     *
     * @param number its number in the legend
     * @param colour the name of its colour
     * @param left where it begins, as a part of the picture's width
     * @param width likewise
     */
    public record Part(int number, String colour, double left, double width) {
        private static final double ROOM = 0.045;

        /** Where it begins, in percent of the picture's width. */
        public String x() {
            return percent(left);
        }

        /** Its width, likewise. */
        public String across() {
            return percent(width);
        }

        /** Where its number stands, likewise. */
        public String middle() {
            return percent(left + width / 2);
        }

        /** Whether its number has room in it. */
        public boolean roomy() {
            return width >= ROOM;
        }
    }

    /**
     * The small bar enlarged.
     *
     * @param bar the enlarged one
     * @param sliver where the small one ends, as a part of the picture's width
     * @param left where the enlarged one begins
     */
    public record Lens(Bar bar, double sliver, double left) {
        /** Where the small bar ends, in percent of the picture's width. */
        public String fromX() {
            return percent(sliver);
        }

        /** Where the enlarged one begins, likewise. */
        public String toX() {
            return percent(left);
        }
    }

    /**
     * What a colour stands for.
     *
     * @param number 1 for the first
     * @param colour the colour's name
     * @param words what it is
     * @param amounts how much of it there is
     */
    public record Key(int number, String colour, String words, String amounts) {
        public Key {
            words = Span.plain(words).words();
            amounts = Span.plain(amounts).words();
        }

        /** Where it stands, from the top. */
        public int y() {
            return LEGEND_TOP + (number - 1) * KEY_HEIGHT;
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
