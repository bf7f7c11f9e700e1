/**
 * All that was measured of a demo, as immutable records: what the claims, the answers and the baseline read.
 * This package imports nothing of the project and nothing of a library.
 */
package multistage.facts;
