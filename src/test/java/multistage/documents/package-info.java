/**
 * What the documents say, held to what is so: links, names of files and tests, options, and the output that they show.
 * For tests: imports what makes that output, and CommonMark.
 */
package multistage.documents;
