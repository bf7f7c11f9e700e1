package multistage.whatif;

import java.util.List;
import java.util.Optional;
import multistage.facts.Content;
import multistage.facts.Executable;
import multistage.facts.Image;
import multistage.facts.ImageFacts;
import multistage.facts.Inventory;
import multistage.facts.Lesson;
import multistage.facts.Response;
import multistage.facts.Service;
import multistage.facts.WhatIf.Variation;

/** What was measured of a variation, condensed to what is told of it. */
final class Condensed {
    private Condensed() {}

    static Variation of(String name, Variations.Change change, ImageFacts facts) {
        Optional<Image> image = facts.ifBuilt();
        Optional<Executable> program = image.flatMap(Image::executable);
        return new Variation(
                name,
                change.before(),
                change.after(),
                facts.build().failure(),
                image.map(Condensed::bytes),
                image.map(built -> built.layers().size()).orElse(0),
                facts.inventory()
                        .map(Inventory::files)
                        .or(() -> image.flatMap(Image::content).map(Condensed::files))
                        .orElse(0L),
                program.map(Executable::bytes),
                facts.ifRun()
                        .flatMap(Service::answer)
                        .filter(Condensed::isTheLessons)
                        .isPresent(),
                facts.ifRun().flatMap(Service::trouble),
                program.flatMap(Executable::interpreter),
                program.map(Executable::symbolTables).orElse(List.of()),
                program.map(Executable::buildPaths).orElse(List.of()),
                facts.inventory().map(Inventory::provisions).orElse(List.of()));
    }

    private static long bytes(Image image) {
        return image.content().map(Content::bytes).orElseGet(image::historyBytes);
    }

    private static long files(Content content) {
        return content.entries().stream()
                .filter(entry -> entry.kind() == Content.Kind.FILE)
                .count();
    }

    private static boolean isTheLessons(Response answer) {
        return answer.status() == 200 && answer.body().equals(Lesson.ANSWER);
    }
}
