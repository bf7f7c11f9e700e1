/**
 * The archive of an image, as an engine streams it, to the image's layers, history and files; whatever is wrong with it
 * is told in words. Imports the facts, and what reads tar, zstd and JSON.
 */
package multistage.archive;
