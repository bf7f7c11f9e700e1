/**
 * How claims judge facts: one {@code assertThat} for each subject, and failures that a student understands.
 * This package imports the facts and AssertJ, and nothing else.
 */
package multistage.assertions;
