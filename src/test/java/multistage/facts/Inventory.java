package multistage.facts;

import java.util.List;

/**
 * What an image's file system holds, counted: what weighs in it, and what it offers to whoever gets in.
 *
 * @param files how many files it holds, links and folders not counted
 * @param bytes what they weigh, a file of several names once
 * @param executables how many of them may be executed by somebody
 * @param setuid the paths of those that run with their owner's or their group's rights (setuid, setgid), the first few hundred
 * @param folders what lies where: the files below each folder of the first two levels ({@code /usr/lib}), those beside such
 *     folders under their own ({@code /usr}), and no file twice; heaviest first, the first few hundred
 * @param provisions what programs expect of a system, and where it is
 */
public record Inventory(
        long files,
        long bytes,
        long executables,
        List<String> setuid,
        List<Folder> folders,
        List<Provision> provisions) {

    public Inventory {
        setuid = List.copyOf(setuid);
        folders = List.copyOf(folders);
        provisions = List.copyOf(provisions);
    }

    /**
     * The files below a folder.
     *
     * @param path the folder's, absolute
     * @param files how many they are
     * @param bytes what they weigh
     */
    public record Folder(String path, long files, long bytes) {}
}
