package multistage.facts;

/**
 * A command tried inside a running container.
 *
 * @param what what its running would show, {@code a C compiler}
 * @param command the command, as typed
 * @param ran whether it ran and succeeded
 * @param output the first line that it printed, or why it did not run
 */
public record Probe(String what, String command, boolean ran, String output) {}
