/**
 * What a run found, for people: facts and the claims' outcomes, put into words, and from one model into every form.
 * Imports the facts, what has moved from the baseline, Jackson, and the pages that it writes.
 */
package multistage.answers;
