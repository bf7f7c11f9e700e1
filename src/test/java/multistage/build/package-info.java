/**
 * One build: a Dockerfile, as it stands, and its folder, through Testcontainers' {@code ImageFromDockerfile} and BuildKit, to an image or to
 * a failure in plain words. Imports the demo, the engine, the facts, Testcontainers and its docker-java, Awaitility, and what reads JSON,
 * protobuf, tar and patterns.
 */
package multistage.build;
