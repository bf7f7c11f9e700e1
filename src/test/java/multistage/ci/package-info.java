/**
 * What a run found, for CI systems: annotations and workflow commands of GitHub Actions, code quality of GitLab.
 * Imports the facts, the claims' outcomes and words, what has moved from the baseline, and Jackson; knows no engine.
 */
package multistage.ci;
