/**
 * Proof that the claims notice what is wrong: each wrong demo fails the claim that it breaks, and no right one fails any.
 * For tests: imports the demo, the facts, the measuring, the outcomes, the judging and what the documents show of it.
 */
package multistage.proof;
