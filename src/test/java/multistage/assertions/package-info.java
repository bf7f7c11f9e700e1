/**
 * How claims judge facts, and the gate what has moved from the baseline: one {@code assertThat} for each subject, and failures that a
 * student understands. Imports the facts, the baseline and AssertJ.
 */
package multistage.assertions;
