/**
 * Types the commands that the answers show, as a reader would, and puts everything back.
 * For tests: imports the engine, docker-java and the answers' commands.
 */
package multistage.answers.commands;
