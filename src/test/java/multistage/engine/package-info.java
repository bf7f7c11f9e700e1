/**
 * Which engine a run uses, whether it answers and goes on answering, what it is, and what a run leaves on it.
 * Imports the facts, Testcontainers and its docker-java, Awaitility, and the door {@code org.testcontainers.BuildKit}.
 */
package multistage.engine;
