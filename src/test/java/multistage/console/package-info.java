/**
 * What a run says on the console: what it measures on, and at its end a line for each claim, and one for the baseline, which a job's page shows as a table.
 * Imports the outcomes, the facts, what has moved from the baseline, the words and the page.
 */
package multistage.console;
