package multistage.measure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import multistage.facts.Executable;
import multistage.facts.GoBuild;
import multistage.facts.Variant;
import net.fornwall.jelf.ElfDynamicSection;
import net.fornwall.jelf.ElfException;
import net.fornwall.jelf.ElfFile;
import net.fornwall.jelf.ElfSectionHeader;

/** Reads a program as an ELF file (System V ABI): how it is linked, whether it is stripped, and what was left in it. */
final class ElfReader {
    private static final byte[] GO_FILE = {'.', 'g', 'o'};
    private static final int LONGEST_PATH = 304;
    private static final int BUILD_PATHS_LIMIT = 20;

    private ElfReader() {}

    /** Nothing when it is no ELF file. */
    static Optional<Executable> read(Variant variant, String path, byte[] bytes) {
        try {
            ElfFile elf = ElfFile.from(bytes);
            requireSectionsWithin(elf, bytes);
            return Optional.of(new Executable(
                    variant,
                    path,
                    bytes.length,
                    Optional.ofNullable(elf.getInterpreter()),
                    neededLibraries(elf, bytes.length),
                    symbolTables(elf),
                    buildPaths(bytes),
                    goBuild(elf, bytes)));
        } catch (RuntimeException | OutOfMemoryError noProgram) {
            // jelf believes what a file says of itself, and fails with whatever that leads to.
            return Optional.empty();
        }
    }

    /** jelf makes room for a table before it sees that the file is not that long. */
    private static void requireSectionsWithin(ElfFile elf, byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes)
                .order(elf.ei_data == ElfFile.DATA_LSB ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        for (int i = 0; i < elf.e_shnum; i++) {
            int header = Math.toIntExact(elf.e_shoff) + i * elf.e_shentsize;
            long size = elf.is32Bits() ? file.getInt(header + 20) : file.getLong(header + 32);
            boolean inFile = file.getInt(header + 4) != ElfSectionHeader.SHT_NOBITS;
            if (inFile && (size < 0 || size > bytes.length)) {
                throw new ElfException("a section is said to be longer than the file");
            }
        }
    }

    private static List<String> neededLibraries(ElfFile elf, int fileLength) {
        ElfDynamicSection dynamic = elf.getDynamicSection();
        if (dynamic == null) {
            return List.of();
        }
        if (dynamic.dt_strtab_size > fileLength) {
            throw new ElfException("the names of libraries are said to be longer than the file");
        }
        return dynamic.getNeededLibraries();
    }

    /** Symbol tables and debug information; what a dynamic program needs for being linked, .dynsym, is not among them. */
    private static List<String> symbolTables(ElfFile elf) {
        return IntStream.range(0, Short.toUnsignedInt(elf.e_shnum))
                .mapToObj(elf::getSection)
                .map(section -> section.header)
                .filter(header -> header.sh_type == ElfSectionHeader.SHT_SYMTAB || isDebugInformation(header.getName()))
                .map(ElfSectionHeader::getName)
                .toList();
    }

    private static boolean isDebugInformation(String section) {
        return section != null && (section.startsWith(".debug") || section.startsWith(".zdebug"));
    }

    /** Nothing for a section that has its bytes in memory only. */
    private static Optional<GoBuild> goBuild(ElfFile elf, byte[] bytes) {
        return Optional.ofNullable(elf.firstSectionByName(GoBuildReader.SECTION))
                .map(section -> section.header)
                .filter(header -> header.sh_type != ElfSectionHeader.SHT_NOBITS)
                .flatMap(header -> GoBuildReader.read(Arrays.copyOfRange(
                        bytes, Math.toIntExact(header.sh_offset), Math.toIntExact(header.sh_offset + header.sh_size))));
    }

    /**
     * Absolute paths of source files, between two zeros, as Go's table of files holds them unless the build trims paths; byte by
     * byte, with spaces and letters of any script. A loop and no pattern, which takes ten times as long for megabytes.
     */
    private static List<String> buildPaths(byte[] bytes) {
        Set<String> paths = new LinkedHashSet<>();
        int start = bytes.length;
        for (int at = 0; at < bytes.length && paths.size() < BUILD_PATHS_LIMIT; at++) {
            if (bytes[at] == 0) {
                if (isBuildPath(bytes, start, at)) {
                    paths.add(new String(bytes, start, at - start, StandardCharsets.UTF_8));
                }
                start = at + 1;
            }
        }
        return List.copyOf(paths);
    }

    private static boolean isBuildPath(byte[] bytes, int start, int end) {
        int suffix = end - GO_FILE.length;
        return end - start <= LONGEST_PATH
                && suffix > start + 1
                && bytes[start] == '/'
                && Arrays.equals(bytes, suffix, end, GO_FILE, 0, GO_FILE.length)
                && IntStream.range(start, end).noneMatch(at -> isControl(bytes[at]));
    }

    private static boolean isControl(byte character) {
        return character >= 0 && character < ' ' || character == 0x7f;
    }
}
