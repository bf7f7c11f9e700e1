package multistage.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An image, archived in any form that an engine gives, for tests.
 *
 * @param layers tar archives, lowest first
 * @param packing how its layers are packed in the archive
 * @param history the config's, as JSON
 */
record SampleImage(List<byte[]> layers, Packing packing, String history) {

    /** How an archive names its parts. */
    enum Form {
        /** Docker from 25. */
        DOCKER,
        /** Docker up to 24: a layer that occurs again is a link. */
        OLD_DOCKER,
        PODMAN,
        OCI,
        /** An index that leads to an index, with an attestation and a platform that was not pulled. */
        NESTED_OCI
    }

    /** A file of the archive, or a link if it has a target. */
    record Part(String name, byte[] bytes, String target) {
        Part(String name, String text) {
            this(name, text.getBytes(UTF_8), "");
        }
    }

    static SampleImage of(byte[]... layers) {
        return new SampleImage(List.of(layers), Packing.PLAIN, "[]");
    }

    SampleImage packed(Packing as) {
        return new SampleImage(layers, as, history);
    }

    byte[] archive(Form form) {
        return tar(parts(form));
    }

    static byte[] tar(List<Part> parts) {
        Tar tar = new Tar();
        for (Part part : parts) {
            if (part.target().isEmpty()) {
                tar.file(part.name(), part.bytes());
            } else {
                tar.symbolicLink(part.name(), part.target());
            }
        }
        return tar.bytes();
    }

    /** The parts in an order that engines use, so that a list with an exchanged one is still an archive. */
    List<Part> parts(Form form) {
        List<Part> parts = new ArrayList<>();
        switch (form) {
            case DOCKER -> docker(parts, "blobs/sha256/" + hex(config()), this::blobName);
            case OLD_DOCKER -> docker(parts, hex(config()) + ".json", i -> i + "/layer.tar");
            case PODMAN -> docker(parts, hex(config()) + ".json", i -> hex(layers.get(i)) + ".tar");
            case OCI -> oci(parts, descriptor(manifest()));
            case NESTED_OCI -> nestedOci(parts);
        }
        return parts;
    }

    private void docker(List<Part> parts, String config, IntFunction<String> name) {
        for (int i = 0; i < layers.size(); i++) {
            int first = diffIds().indexOf(diffIds().get(i));
            if (first == i) {
                parts.add(new Part(name.apply(i), packing.pack(layers.get(i)), ""));
            } else if (!name.apply(i).equals(name.apply(first))) {
                parts.add(new Part(name.apply(i), new byte[0], "../" + name.apply(first)));
            }
        }
        parts.add(new Part(config, config()));
        String names = IntStream.range(0, layers.size())
                .mapToObj(i -> '"' + name.apply(i) + '"')
                .collect(Collectors.joining(","));
        parts.add(new Part(
                "manifest.json", "[{\"Config\":\"" + config + "\",\"RepoTags\":null,\"Layers\":[" + names + "]}]"));
    }

    private void oci(List<Part> parts, String manifests) {
        parts.add(new Part("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}"));
        IntStream.range(0, layers.size())
                .filter(i -> diffIds().indexOf(diffIds().get(i)) == i)
                .forEach(i -> parts.add(new Part(blobName(i), packing.pack(layers.get(i)), "")));
        parts.add(blob(config()));
        parts.add(blob(manifest()));
        parts.add(new Part("index.json", "{\"schemaVersion\":2,\"manifests\":[" + manifests + "]}"));
    }

    private void nestedOci(List<Part> parts) {
        String attestation = "{\"config\":" + descriptor("{}") + ",\"layers\":[]}";
        String index = "{\"manifests\":["
                + platform(descriptor(manifest()), "linux") + ","
                + platform(descriptor("not here"), "linux") + ","
                + platform(descriptor(attestation), "unknown") + "]}";
        oci(parts, descriptor(index) + "," + descriptor(index));
        parts.add(blob(attestation));
        parts.add(blob(index));
    }

    String config() {
        String diffIds =
                layers.stream().map(layer -> "\"sha256:" + hex(layer) + '"').collect(Collectors.joining(","));
        return "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[" + diffIds + "]},\"history\":" + history + "}";
    }

    String manifest() {
        String all = layers.stream()
                .map(layer -> descriptor(hex(packing.pack(layer)), 0))
                .collect(Collectors.joining(","));
        return "{\"config\":" + descriptor(config()) + ",\"layers\":[" + all + "]}";
    }

    private String blobName(int layer) {
        return "blobs/sha256/" + hex(packing.pack(layers.get(layer)));
    }

    static Part blob(String json) {
        return new Part("blobs/sha256/" + hex(json), json);
    }

    static String descriptor(String json) {
        return descriptor(hex(json), json.length());
    }

    private static String descriptor(String hex, int size) {
        return "{\"mediaType\":\"any\",\"digest\":\"sha256:" + hex + "\",\"size\":" + size + "}";
    }

    static String platform(String descriptor, String os) {
        return descriptor.substring(0, descriptor.length() - 1) + ",\"platform\":{\"os\":\"" + os + "\"}}";
    }

    static String hex(String text) {
        return hex(text.getBytes(UTF_8));
    }

    static String hex(byte[] bytes) {
        try {
            return new Sha256Stream(new ByteArrayInputStream(bytes)).digest().substring("sha256:".length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> diffIds() {
        return layers.stream().map(layer -> "sha256:" + hex(layer)).toList();
    }

    /** The parts with that one exchanged for others, or for none. */
    static List<Part> exchanged(List<Part> parts, String name, Part... others) {
        List<Part> result = new ArrayList<>(parts);
        int at = parts.stream().map(Part::name).toList().indexOf(name);
        result.remove(at);
        result.addAll(at, Arrays.asList(others));
        return result;
    }
}
