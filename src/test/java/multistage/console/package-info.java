/**
 * How a run ends on the console: a line for each claim, and one for the baseline, which a job's page shows as a table.
 * Imports the outcomes, the facts, what has moved from the baseline, the words and the page.
 */
package multistage.console;
