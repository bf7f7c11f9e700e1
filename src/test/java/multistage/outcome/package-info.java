/**
 * What became of each claim on a demo, the points that this is worth, and what is told of a failure.
 * Imports the facts and the words.
 */
package multistage.outcome;
