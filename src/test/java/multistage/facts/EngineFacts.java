package multistage.facts;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The engine that figures came from: sizes mean different things on different ones.
 *
 * @param name what answers the Docker API, {@code Docker} or {@code Podman}
 * @param version the engine's own version
 * @param store how it stores images: a storage driver as {@code overlay2}, or {@code containerd}
 * @param address where it was reached, as a DOCKER_HOST is written
 */
public record EngineFacts(String name, String version, String store, String address) {

    /** Whether it is Podman, which differs from Docker in more than its name. */
    @JsonIgnore
    public boolean isPodman() {
        return name.equals("Podman");
    }

    /**
     * What the sizes of its history count: the bytes of the files that a layer brings, the blocks that they take on the disk,
     * or the bytes of the layer's tar.
     */
    public String historyCounts() {
        if (isPodman()) {
            return "tar bytes";
        }
        return store.startsWith("containerd") ? "disk blocks" : "file bytes";
    }

    /** Without the address, as it stands beside a figure: {@code Docker 28.5.2, overlay2}. */
    public String brief() {
        return name + " " + version + ", " + store;
    }

    @Override
    public String toString() {
        return brief() + ", " + address;
    }
}
