package multistage.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import multistage.facts.Bytes;
import multistage.facts.Cut;
import multistage.facts.Percent;

/**
 * The value of a fact, and by how much it may move without a word: <ul>
 * <li>a weight by {@value Weight#PERCENT} % of what it was, either way: Debian's archive, Go and the modules move by as much
 * under a Dockerfile that nobody touched, and a sudden halving is news as well;
 * <li>a number of layers, files and how the image is to be run not at all: they move only when somebody moves them.</ul>
 */
sealed interface Value {

    /** Whether it is further from this one than it may be. */
    boolean hasMoved(Value now);

    /** How a table shows it. */
    String shown();

    /** What became of it, in a table: {@code +2,380,478 bytes, +47.02 %}. */
    String change(Value now);

    /** By how much it may move, in a table. */
    default String allowed() {
        return "none";
    }

    /** A number of bytes. */
    record Weight(long bytes) implements Value {
        static final int PERCENT = 5;

        @Override
        public boolean hasMoved(Value now) {
            return Percent.areApart(((Weight) now).bytes, bytes, PERCENT);
        }

        @Override
        public String shown() {
            return Bytes.human(bytes);
        }

        @Override
        public String change(Value now) {
            return String.format(Locale.ROOT, "%+,d bytes", difference(now)) + (bytes == 0 ? "" : ", " + percent(now));
        }

        /** Rounded away from zero: what is beyond the limit must not read as the limit. */
        private String percent(Value now) {
            long difference = difference(now);
            return (difference < 0 ? "-" : "+")
                    + Percent.tooLarge(Math.abs(difference), bytes).english();
        }

        private long difference(Value now) {
            return ((Weight) now).bytes - bytes;
        }

        @Override
        public String allowed() {
            return "±" + PERCENT + " %";
        }
    }

    /** A number of things. */
    record Count(int number) implements Value {
        @Override
        public boolean hasMoved(Value now) {
            return !equals(now);
        }

        @Override
        public String shown() {
            return String.valueOf(number);
        }

        @Override
        public String change(Value now) {
            return String.format(Locale.ROOT, "%+,d", ((Count) now).number - number);
        }
    }

    /** Words, in their order. */
    record Words(List<String> words) implements Value {
        private static final int SHOWN = 3;
        /** The most characters of a cell, and of a word in it: a search path would push the rest of the table out of sight. */
        private static final int LONGEST = 48;

        @Override
        public boolean hasMoved(Value now) {
            return !equals(now);
        }

        @Override
        public String shown() {
            String all = first(words.stream(), words.size());
            return words.isEmpty()
                    ? "none"
                    : words.size() > 1 && all.length() > LONGEST ? words.size() + " values" : all;
        }

        @Override
        public String change(Value now) {
            List<String> came = less(((Words) now).words, words);
            List<String> went = less(words, ((Words) now).words);
            if (came.size() == 1 && went.size() == 1) {
                int same = sameStart(came.get(0), went.get(0));
                return "+ " + from(same, came.get(0)) + ", − " + from(same, went.get(0));
            }
            return came.isEmpty() && went.isEmpty()
                    ? "another order"
                    : first(
                            Stream.concat(
                                    came.stream().map("+ "::concat),
                                    went.stream().map("− "::concat)),
                            came.size() + went.size());
        }

        /** How much of both can be left out, lest what differs be cut off: all but a little of a long beginning that they share. */
        private static int sameStart(String came, String went) {
            int differs = Arrays.mismatch(came.toCharArray(), went.toCharArray());
            return differs > LONGEST / 2 ? differs - LONGEST / 4 : 0;
        }

        private static String from(int start, String word) {
            return (start > 0 ? "…" : "") + cut(word.substring(start));
        }

        private static String cut(String word) {
            return Cut.within(word, LONGEST);
        }

        private static List<String> less(List<String> all, List<String> without) {
            List<String> left = new ArrayList<>(all);
            without.forEach(left::remove);
            return left;
        }

        private static String first(Stream<String> words, int of) {
            return words.limit(SHOWN).map(Words::cut).collect(Collectors.joining(", "))
                    + (of > SHOWN ? String.format(Locale.ROOT, " and %,d more", of - SHOWN) : "");
        }
    }
}
