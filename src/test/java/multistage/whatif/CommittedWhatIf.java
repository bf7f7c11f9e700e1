package multistage.whatif;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import multistage.facts.Bytes;
import multistage.facts.Percent;
import multistage.facts.WhatIf;
import multistage.facts.WhatIf.Variation;

/** What is committed of changes to the multi-stage Dockerfile, held to what was measured anew. */
final class CommittedWhatIf {
    static final Path FILE = Path.of("docker", "what-if.json");

    private static final int PERCENT = 5;

    private CommittedWhatIf() {}

    /**
     * Where what was measured departs from what is committed, a line each; the weight by more than a few percent. What was
     * not built here, for want of the image that it starts from, tells nothing against what is committed of it.
     */
    static List<String> differences(WhatIf committed, WhatIf measured) {
        List<String> names = names(committed);
        if (!names.equals(names(measured))) {
            return List.of("the variations are %s and were %s".formatted(names(measured), names));
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Variation anew = measured.variations().get(i);
            if (anew.failure().isEmpty()) {
                differences.addAll(differences(committed.variations().get(i), anew));
            }
        }
        return differences;
    }

    private static List<String> names(WhatIf whatIf) {
        return whatIf.variations().stream().map(Variation::name).toList();
    }

    private static List<String> differences(Variation committed, Variation measured) {
        List<String> differences = new ArrayList<>();
        if (!isAboutTheSame(committed.bytes(), measured.bytes())) {
            differences.add("%s weighs %s and weighed %s"
                    .formatted(committed.name(), words(measured.bytes()), words(committed.bytes())));
        }
        if (committed.layers() != measured.layers()) {
            differences.add(
                    "%s has %d layers and had %d".formatted(committed.name(), measured.layers(), committed.layers()));
        }
        if (committed.answers() != measured.answers()) {
            differences.add("%s %s"
                    .formatted(
                            committed.name(), measured.answers() ? "answers and did not" : "does not answer and did"));
        }
        return differences;
    }

    private static boolean isAboutTheSame(Optional<Long> committed, Optional<Long> measured) {
        return committed.isPresent() && measured.isPresent()
                ? !Percent.areApart(measured.get(), committed.get(), PERCENT)
                : committed.equals(measured);
    }

    private static String words(Optional<Long> bytes) {
        return bytes.map(Bytes::human).orElse("nothing, as it was not built");
    }
}
