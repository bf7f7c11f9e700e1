/**
 * The one door into Testcontainers' internals, {@link org.testcontainers.BuildKit}; nothing else of this project lives here.
 * It imports Testcontainers and docker-java only.
 */
package org.testcontainers;
