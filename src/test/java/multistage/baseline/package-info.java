/**
 * The reference demo's committed facts, what has moved from them and which instruction moved it.
 * Imports facts, and Jackson.
 */
package multistage.baseline;
