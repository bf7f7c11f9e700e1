/**
 * The reference demo's committed facts, what has moved from them and which instruction moved it.
 * Imports facts, and the page model in which it tells them.
 */
package multistage.baseline;
