package multistage.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import multistage.facts.Base;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.ImageFacts;
import multistage.facts.Inventory;
import multistage.facts.Packages;

/** How far figures have moved from earlier ones of the same demo, on the same base, counted alike. */
final class Drift {
    /** What Debian's and Go's own updates may move without a word, in percent; numbers of layers may not move at all. */
    private static final int ALLOWED = 5;

    private Drift() {}

    /** Whether the two can be compared: their base has the same layers, and their engines count alike. */
    static boolean isComparable(Judged earlier, Judged now) {
        return baseLayers(earlier).equals(baseLayers(now))
                && earlier.facts()
                        .engine()
                        .historyCounts()
                        .equals(now.facts().engine().historyCounts());
    }

    private static Optional<List<String>> baseLayers(Judged judged) {
        return ProvenanceChapter.base(judged.facts()).map(Base::layers);
    }

    /** What has moved, or is known on one side only, a line each; empty if nothing has. */
    static List<String> between(Judged earlier, Judged now) {
        Map<String, Long> before = figures(earlier);
        Map<String, Long> after = figures(now);
        List<String> moved = new ArrayList<>();
        before.forEach((name, value) -> {
            Long there = after.remove(name);
            if (there == null || hasMoved(name, value, there)) {
                moved.add(name + ": " + value + " before, " + (there == null ? "not known" : there) + " now");
            }
        });
        after.forEach((name, value) -> moved.add(name + ": not known before, " + value + " now"));
        return moved;
    }

    private static boolean hasMoved(String name, long before, long now) {
        int allowed = name.endsWith("layers") ? 0 : ALLOWED;
        return 100 * Math.abs(now - before) > allowed * before;
    }

    private static Map<String, Long> figures(Judged judged) {
        Map<String, Long> figures = new LinkedHashMap<>();
        add(figures, "naive", judged.facts().naive());
        add(figures, "multi-stage", judged.facts().multi());
        return figures;
    }

    private static void add(Map<String, Long> figures, String image, ImageFacts facts) {
        facts.ifBuilt().ifPresent(built -> {
            figures.put(image + " layers", (long) built.layers().size());
            figures.put(image + " bytes of history", built.historyBytes());
            add(figures, image + " bytes of content", built.content().map(Content::bytes));
            add(figures, image + " bytes packed", built.packedBytes());
            add(figures, image + " bytes of program", built.executable().map(Executable::bytes));
            add(
                    figures,
                    image + " packages",
                    built.packages().map(Packages::count).map(Integer::longValue));
        });
        add(figures, image + " files", facts.inventory().map(Inventory::files));
        add(figures, image + " executable files", facts.inventory().map(Inventory::executables));
        add(figures, image + " setuid files", facts.inventory().map(inventory ->
                (long) inventory.setuid().size()));
    }

    private static void add(Map<String, Long> figures, String name, Optional<Long> value) {
        value.ifPresent(known -> figures.put(name, known));
    }
}
