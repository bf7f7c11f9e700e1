/**
 * What a run on students' demos leaves: grades, the files that graders read, and the pages of a student and of a class.
 * Imports the answers and their pages, the facts, Jackson and commons-csv.
 */
package multistage.grading;
