package multistage.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import multistage.outcome.Judged;
import multistage.outcome.Outcome.Verdict;
import multistage.words.Figures;
import multistage.words.Language;

/** A run's figures as a Markdown table of one row: the rows of several engines make one table, to be compared to the byte, and so English in every run. */
public final class EngineRow {
    private EngineRow() {}

    /** The table's head, the line under it, and the row. */
    public static List<String> lines(Judged judged) {
        Map<String, String> cells = cells(judged);
        return List.of(
                row(cells.keySet()),
                row(cells.keySet().stream().map(name -> "--").toList()),
                row(cells.values()));
    }

    private static Map<String, String> cells(Judged judged) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("engine", "{engine.name}");
        cells.put("version", "{engine.version}");
        cells.put("store", "{engine.store}");
        cells.put("multi-stage, content (bytes)", "{multi.bytes}");
        cells.put("multi-stage program (bytes)", "{multi.program.bytes}");
        cells.put("multi-stage layers", "{multi.layers.count}");
        cells.put("naive, history (bytes)", "{naive.bytes}");
        cells.put("counted in", "{engine.counts}");
        cells.put("its base (bytes)", "{naive.base.bytes}");
        cells.put("naive program (bytes)", "{naive.program.bytes}");
        cells.put("naive layers, its base's", "{naive.layers.count}, {naive.base.layers}");
        cells.put("naive / multi-stage", "{pair.times}");
        cells.put("listed as", "{naive.listed}, {multi.listed}");
        Figures figures = new Figures(Language.ENGLISH);
        cells.replaceAll((name, figure) -> figures.fill(figure, judged.facts()));
        cells.put(
                "claims held",
                judged.count(Verdict.HELD) + " of " + judged.byClaim().size());
        return cells;
    }

    private static String row(Iterable<String> cells) {
        StringBuilder row = new StringBuilder("|");
        cells.forEach(cell -> row.append(' ').append(cell.replace("|", "\\|")).append(" |"));
        return row.toString();
    }
}
