/**
 * What a demo is and where it comes from.
 * Imports the facts' words only.
 */
package multistage.demo;
