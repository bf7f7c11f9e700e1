/**
 * What makes a method of a test class a claim: JUnit's part of the way from facts to verdicts.
 * Imports the measuring side, to have facts made once in a run, and the baseline, the answers and CI, to have them judged and told at its end.
 */
package multistage.claim;
