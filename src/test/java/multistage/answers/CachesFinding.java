package multistage.answers;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import multistage.facts.Executable;
import multistage.facts.Facts;
import multistage.facts.Image;
import multistage.page.Block;

/** What the instruction that made the naive image's program left behind besides it. */
final class CachesFinding {
    /** Where Go keeps what it compiled and what it downloaded, in the lesson's image. */
    private static final Pattern CACHES = Pattern.compile("/root/\\.cache|/go/pkg");

    private final Phrases phrases;
    private final Facts facts;

    CachesFinding(Phrases phrases, Facts facts) {
        this.phrases = phrases;
        this.facts = facts;
    }

    Block answer(Image naive) {
        Optional<Slice> left = Slice.own(naive).stream()
                .filter(slice -> slice.purpose() == Purpose.LEFTOVERS && slice.bytes() > 0)
                .findFirst();
        long program = naive.executable().map(Executable::bytes).orElse(0L);
        return left.isEmpty() || program == 0
                ? phrases.says("findings.caches.none")
                : answer(left.get().bytes(), program);
    }

    private Block answer(long left, long program) {
        String leftovers = phrases.amounts().bytes(left);
        String times = phrases.amounts().decimal((double) left / program);
        String folders = facts.naive().inventory().stream()
                .flatMap(inventory -> inventory.folders().stream())
                .filter(folder -> CACHES.matcher(folder.path()).matches())
                .map(folder -> folder.path() + " " + phrases.amounts().bytes(folder.bytes()))
                .collect(Collectors.joining(", "));
        return folders.isEmpty()
                ? phrases.says("findings.caches.unknown", "leftovers", leftovers, "times", times)
                : phrases.says("findings.caches.answer", "leftovers", leftovers, "times", times, "folders", folders);
    }
}
