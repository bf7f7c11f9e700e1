package multistage.answers;

import java.util.List;
import java.util.regex.Pattern;
import multistage.facts.Facts;
import multistage.facts.Image;
import multistage.facts.Packages;
import multistage.facts.Packages.Change;
import multistage.facts.Probe;
import multistage.page.Block;

/** What the naive image's {@code apt-get install git} really added: by the bytes of its layer, and by the packages that changed. */
final class GitFinding {
    private static final Pattern INSTALLS_GIT =
            Pattern.compile("\\bapt(?:-get)?\\b[^;&|]*\\binstall\\b[^;&|]*\\sgit(?=[\\s=/;&|]|$)");

    private static final int PACKAGES_SHOWN = 12;

    private final Phrases phrases;
    private final Facts facts;

    GitFinding(Phrases phrases, Facts facts) {
        this.phrases = phrases;
        this.facts = facts;
    }

    Block answer(Image naive) {
        return Slice.own(naive).stream()
                .filter(slice ->
                        INSTALLS_GIT.matcher(slice.entry().instruction()).find())
                .findFirst()
                .map(slice -> answer(naive, slice.entry().bytes()))
                .orElseGet(() -> phrases.says("findings.git.absent"));
    }

    private Block answer(Image naive, long added) {
        String bytes = phrases.amounts().bytes(added);
        if (naive.packages().isEmpty() || naive.base().isEmpty()) {
            return phrases.says("findings.git.unknown", "bytes", bytes);
        }
        List<Change> changes = naive.packages().map(Packages::changes).orElseThrow();
        if (changes.isEmpty()) {
            String key = added == 0 ? "findings.git.nothing" : "findings.git.no-package";
            String base = naive.base().orElseThrow().name();
            return phrases.says(key, "bytes", bytes, "version", gitVersion(), "base", base);
        }
        String count = phrases.amounts().count(changes.size());
        String packages = Phrases.first(
                PACKAGES_SHOWN, changes.stream().map(GitFinding::told).toList());
        return phrases.says("findings.git.packages", "bytes", bytes, "count", count, "packages", packages);
    }

    private String gitVersion() {
        return facts.naive().ifRun().stream()
                .flatMap(service -> service.probes().stream())
                .filter(probe -> probe.what().equals("git") && probe.ran())
                .map(Probe::output)
                .findFirst()
                .orElse("git");
    }

    private static String told(Change change) {
        String before = change.before().map(version -> version + " → ").orElse("");
        return change.name() + " " + before + change.after().orElse("–");
    }
}
