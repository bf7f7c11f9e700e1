/** The engine, and one build on it: what is sent, what comes back, and why a build failed. */
package multistage.docker;
