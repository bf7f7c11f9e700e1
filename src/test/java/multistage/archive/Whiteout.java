package multistage.archive;

/** Names that say what a layer removes from those below it (OCI image spec, layer.md, "Whiteouts"). */
final class Whiteout {
    private static final String PREFIX = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private Whiteout() {}

    static boolean is(String path) {
        return Paths.name(path).startsWith(PREFIX);
    }

    /** Whether all is removed that its folder held. */
    static boolean isOpaque(String path) {
        return Paths.name(path).equals(OPAQUE);
    }

    /** The path that is removed, with all below it. */
    static String hidden(String path) throws ArchiveUnreadable {
        String name = Paths.name(path).substring(PREFIX.length());
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new ArchiveUnreadable("its entry " + RawText.shown(path) + " removes what has no name");
        }
        return Paths.folder(path) + "/" + name;
    }
}
