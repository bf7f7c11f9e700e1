package multistage.measure;

import java.util.List;
import multistage.facts.Variant;

/** What is tried inside a running container of each image. */
enum Probes {
    GO_TOOLCHAIN("a Go toolchain", Variant.NAIVE, "go", "version"),
    C_COMPILER("a C compiler", Variant.NAIVE, "gcc", "--version"),
    GIT("git", Variant.NAIVE, "git", "--version"),
    A_SHELL("a shell", Variant.NAIVE, "sh", "-c", "echo sh runs"),
    SH("a shell", Variant.MULTI, "sh", "-c", "echo sh runs"),
    BASH("a shell", Variant.MULTI, "bash", "-c", "echo bash runs"),
    BUSYBOX("a shell", Variant.MULTI, "busybox", "sh", "-c", "echo busybox runs");

    final String what;
    final Variant variant;
    final List<String> command;

    Probes(String what, Variant variant, String... command) {
        this.what = what;
        this.variant = variant;
        this.command = List.of(command);
    }
}
