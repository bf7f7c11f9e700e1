/**
 * The reference answers and a student's: facts and outcomes as one model, a chapter at a time, and that as files of every form.
 * Imports the facts, the outcomes, the words and the page.
 */
package multistage.answers;
