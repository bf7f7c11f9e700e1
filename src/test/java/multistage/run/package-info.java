/**
 * A run, from JUnit's start to what it leaves: which demo, measured once, judged by the claims, and told where it is looked for.
 * Imports everything on that way, and JUnit; nothing but the claims, and the tests that prove them, imports it.
 */
package multistage.run;
