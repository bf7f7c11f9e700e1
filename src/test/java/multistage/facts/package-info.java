/**
 * All that was measured of a demo, as immutable records, and the same as JSON: what the claims and the answers read; and how
 * messages, amounts and texts of others stand in them. Imports nothing of the project, and Jackson.
 */
package multistage.facts;
