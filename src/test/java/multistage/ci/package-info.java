/**
 * What a run found, for CI systems: annotations, workflow commands and the job's page of GitHub Actions, code quality of GitLab.
 * Imports the facts, the page, the claims' outcomes and words, what has moved from the baseline, and Jackson; knows no engine.
 */
package multistage.ci;
