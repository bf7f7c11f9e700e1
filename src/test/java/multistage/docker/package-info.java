/**
 * The engine that a run uses: which one it is, whether it still answers, and what the run leaves on it. Imports facts,
 * Testcontainers and docker-java.
 */
package multistage.docker;
