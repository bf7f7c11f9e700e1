/**
 * Types the commands that the answers show, as a reader would, and puts everything back.
 * For tests: imports the facts, the engine, docker-java, Awaitility and the answers' commands.
 */
package multistage.answers.commands;
