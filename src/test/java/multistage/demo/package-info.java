/**
 * What a demo is and where it comes from.
 * Imports the facts: which image is which, and what cannot be seen in a name.
 */
package multistage.demo;
