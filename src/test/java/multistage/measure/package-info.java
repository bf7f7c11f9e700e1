/**
 * A demo on an engine, to facts: build both images, start, ask, probe and read them, all at once, and leave nothing.
 * Imports the demo, the engine, the build, the facts, Testcontainers and its docker-java, OkHttp, Awaitility,
 * and what reads tar and ELF.
 */
package multistage.measure;
