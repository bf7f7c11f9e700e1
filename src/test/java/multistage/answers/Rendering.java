package multistage.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import multistage.facts.FactsJson;
import multistage.outcome.Judged;
import multistage.page.Document;
import multistage.page.Html;
import multistage.page.Markdown;
import multistage.page.Picture;
import multistage.page.Svg;
import multistage.words.Language;

/** The answers in every form in which a run leaves them. The same answers give the same bytes. */
public final class Rendering {
    private Rendering() {}

    /** The files' texts by their names; the page shows that language first. */
    public static Map<String, String> files(Judged judged, Language first) {
        CompletableFuture<String> facts = CompletableFuture.supplyAsync(() -> new FactsJson().write(judged));
        List<Language> languages = first.andTheOthers();
        List<Document> documents =
                languages.stream().map(language -> Answers.in(language, judged)).toList();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("index.html", new Html(documents).render());
        for (Language language : languages) {
            Document document = documents.get(languages.indexOf(language));
            files.put(language.answers() + ".md", new Markdown(document, true).render());
            picture(document)
                    .ifPresent(picture -> files.put("picture-" + language.code() + ".svg", new Svg(picture).render()));
        }
        files.put("facts.json", facts.join());
        return files;
    }

    private static Optional<Picture> picture(Document document) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> block.ifPicture().stream())
                .findFirst();
    }
}
