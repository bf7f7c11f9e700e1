/**
 * What comes of one change at a time to the multi-stage Dockerfile, measured as demos are; {@code docker/what-if.json} holds it.
 * Imports the demo, the facts and the measuring.
 */
package multistage.whatif;
