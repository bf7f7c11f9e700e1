package multistage.facts;

import java.time.Instant;
import java.util.Optional;

/**
 * When something was measured, and with which state of this project.
 *
 * @param measured when measuring began, to the second
 * @param commit the project's commit, {@code 3f2a…} in twelve digits, with {@code -dirty} behind it where files differed from
 *     it; empty outside a checkout
 */
public record Provenance(Instant measured, Optional<String> commit) {}
