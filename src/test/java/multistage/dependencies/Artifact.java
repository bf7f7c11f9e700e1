package multistage.dependencies;

import java.nio.file.Path;

/** What Maven knows something by; the version is empty where another POM gives it. */
record Artifact(String group, String artifact, String version) {
    /** Of a file in a local repository, by its path there: group/artifact/version/file, a folder for each part of the group. */
    static Artifact at(Path path) {
        int groups = path.getNameCount() - 3;
        return new Artifact(
                String.join(".", path.subpath(0, groups).toString().split("/")),
                path.getName(groups).toString(),
                path.getName(groups + 1).toString());
    }

    String name() {
        return group + ":" + artifact;
    }

    /** Its POM's path in a local repository. */
    Path pom() {
        return Path.of(group.replace('.', '/'), artifact, version, artifact + "-" + version + ".pom");
    }
}
