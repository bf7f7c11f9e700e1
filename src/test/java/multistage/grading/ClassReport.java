package multistage.grading;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import multistage.answers.AnswersFolder;
import multistage.page.Document;
import multistage.page.Html;
import multistage.words.Language;

/** The files that a run leaves of a class: its page, and its table for a spreadsheet. */
public final class ClassReport {
    private static final String PAGE = "index.html";
    private static final String TABLE = "class.csv";

    private final Path folder;
    private final Language first;

    /**
     * @param folder where they are left, beside the folders of its students
     * @param first the language that the page shows first
     */
    public ClassReport(Path folder, Language first) {
        this.folder = folder;
        this.first = first;
    }

    /** Writes {@code index.html} and {@code class.csv}, the students by name; returns where the page lies. */
    public Path write(String className, List<Grade> grades) {
        Roll roll = new Roll(grades);
        List<Document> documents = first.andTheOthers().stream()
                .map(language -> new ClassDocument(language, roll).page(className))
                .toList();
        Map<String, String> files = new LinkedHashMap<>();
        files.put(PAGE, new Html(documents).render());
        files.put(TABLE, new ClassCsv(roll).text());
        new AnswersFolder(folder).write(files);
        return folder.resolve(PAGE);
    }
}
