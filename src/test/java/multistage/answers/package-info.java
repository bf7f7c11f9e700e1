/**
 * What a run found, for people: facts and the claims' outcomes, put into words.
 * Imports the facts only.
 */
package multistage.answers;
