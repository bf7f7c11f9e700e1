package multistage.build;

import java.time.Duration;
import multistage.facts.Bytes;

/**
 * How much of a demo's folder a build is sent, and how much is looked at for that.
 *
 * @param bytes that are sent at most, in all files together
 * @param files and folders and links that are sent at most
 * @param looks how many are looked at, those that are ignored included
 * @param time that the looking takes at most
 */
record ContextLimits(long bytes, int files, int looks, Duration time) {
    static final ContextLimits USUAL = new ContextLimits(200 * Bytes.MB, 20_000, 500_000, Duration.ofSeconds(30));
}
