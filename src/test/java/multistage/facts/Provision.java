package multistage.facts;

import java.util.Optional;

/**
 * Something that programs expect of a system and that an image may lack.
 *
 * @param kind what it is
 * @param path where it was found; empty where it is missing
 */
public record Provision(Kind kind, Optional<String> path) {

    /** What programs expect of a system. */
    public enum Kind {
        /** To run scripts, and commands typed into a container. */
        SHELL,
        /** The loader of programs that share libraries. */
        DYNAMIC_LOADER,
        /** The authorities that TLS connections are checked against. */
        CERTIFICATES,
        /** The rules of the world's local times. */
        TIME_ZONES,
        /** Names of users, {@code /etc/passwd}. */
        USERS,
        /** A place for temporary files, {@code /tmp}. */
        TEMPORARY_FOLDER,
        /** What installs more. */
        PACKAGE_MANAGER
    }
}
