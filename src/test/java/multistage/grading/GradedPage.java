package multistage.grading;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import multistage.answers.Examples;
import multistage.answers.FailedAnswers;
import multistage.answers.HostileAnswers;
import multistage.answers.Judged;
import multistage.answers.Language;

/** Pages that are looked at in a browser: of a class, and of students. */
enum GradedPage {
    CLASS {
        @Override
        Path in(Path folder, Language first) {
            return new ClassReport(folder, first).write("2026-B " + HostileAnswers.MARKUP, ExampleClass.of(30));
        }
    },
    GOOD {
        @Override
        Path in(Path folder, Language first) {
            return student(folder, first, Examples.held());
        }
    },
    FAILED {
        @Override
        Path in(Path folder, Language first) {
            return student(folder, first, FailedAnswers.judged());
        }
    },
    HOSTILE {
        @Override
        Path in(Path folder, Language first) {
            return student(folder, first, HostileAnswers.judged());
        }
    };

    /** Writes it, that language first. */
    abstract Path in(Path folder, Language first);

    private static Path student(Path folder, Language first, Judged judged) {
        StudentReport.ofOne(folder, first, Map.of())
                .write("Zoé " + HostileAnswers.MARKUP, judged, ExampleClass.counting(), Optional.empty());
        return folder.resolve("index.html");
    }
}
