/**
 * What a run found, for people: facts and the claims' outcomes, put into words.
 * Imports the facts only; the proof of the commands that are shown (CommandsIT) uses an engine.
 */
package multistage.answers;
