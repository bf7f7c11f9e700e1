package multistage.archive;

import multistage.facts.Content.Kind;

/**
 * One entry of a layer. Its paths are {@link RawText}.
 *
 * @param path absolute
 * @param bytes of a file, 0 for all else
 * @param mode its permissions in four octal digits; of a hard link its own, which are not used
 * @param twin the absolute path of the other name, for a hard link, whose kind and bytes are then that one's; empty for
 *     all else
 */
record LayerEntry(String path, Kind kind, long bytes, String mode, String twin) {
    boolean isHardLink() {
        return !twin.isEmpty();
    }

    boolean isFolder() {
        return kind == Kind.FOLDER;
    }
}
