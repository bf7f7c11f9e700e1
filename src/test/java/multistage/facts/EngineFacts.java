package multistage.facts;

/**
 * The engine that figures came from: sizes mean different things on different ones.
 *
 * @param name what answers the Docker API, {@code Docker} or {@code Podman}
 * @param version the engine's own version
 * @param store how it stores images: a storage driver as {@code overlay2}, or {@code containerd}
 * @param address where it was reached, as a DOCKER_HOST is written
 */
public record EngineFacts(String name, String version, String store, String address) {

    /** Without the address, as it stands beside a figure: {@code Docker 28.5.2, overlay2}. */
    public String brief() {
        return name + " " + version + ", " + store;
    }

    @Override
    public String toString() {
        return brief() + ", " + address;
    }
}
