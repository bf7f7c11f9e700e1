package multistage.measure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import multistage.facts.Cut;
import multistage.facts.Executable;
import multistage.facts.Unseen;
import multistage.facts.Variant;
import net.fornwall.jelf.ElfDynamicSection;
import net.fornwall.jelf.ElfException;
import net.fornwall.jelf.ElfFile;
import net.fornwall.jelf.ElfSectionHeader;

/** Reads a program as an ELF file: how it is linked, whether it is stripped, and what was left in it. */
final class ElfReader {
    private static final int LONGEST = 304;
    private static final int MOST = 20;

    private static final String GO_MAGIC = "\u00ff Go buildinf:";

    private static final Pattern BUILD_PATH = Pattern.compile("/(?!_/)[^\\p{C}]*/[^\\p{C}/]+\\.go");

    private ElfReader() {}

    /** Empty when it is no ELF file. */
    static Optional<Executable> read(Variant variant, String path, byte[] bytes) {
        try {
            ElfFile elf = ElfFile.from(bytes);
            requireSectionsWithin(elf, bytes);
            return Optional.of(new Executable(
                    variant,
                    Unseen.escaped(path),
                    bytes.length,
                    Optional.ofNullable(elf.getInterpreter()).map(ElfReader::line),
                    neededLibraries(elf, bytes.length),
                    symbolTables(elf),
                    buildPaths(bytes),
                    goVersion(elf, bytes)));
        } catch (RuntimeException | OutOfMemoryError noProgram) {
            // jelf believes what a file says of itself, and fails with whatever that leads to
            return Optional.empty();
        }
    }

    /** jelf makes room for a table before it sees that the file is not that long. */
    private static void requireSectionsWithin(ElfFile elf, byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes)
                .order(elf.ei_data == ElfFile.DATA_LSB ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long sizes = 0;
        for (int i = 0; i < elf.e_shnum; i++) {
            int header = Math.toIntExact(elf.e_shoff) + i * elf.e_shentsize;
            long size = elf.is32Bits() ? file.getInt(header + 20) : file.getLong(header + 32);
            boolean inFile = file.getInt(header + 4) != ElfSectionHeader.SHT_NOBITS;
            sizes += inFile ? size : 0;
            if (inFile && size < 0 || sizes > 2L * bytes.length) {
                throw new ElfException("its sections are said to be longer than the file");
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
        return lines(dynamic.getNeededLibraries().stream());
    }

    /** Symbol tables and debug information; .dynsym, which a dynamic program needs, is not among them. */
    private static List<String> symbolTables(ElfFile elf) {
        return lines(IntStream.range(0, Short.toUnsignedInt(elf.e_shnum))
                .mapToObj(elf::getSection)
                .map(section -> section.header)
                .filter(header -> header.sh_type == ElfSectionHeader.SHT_SYMTAB
                        || header.getName() != null && header.getName().matches("\\.z?debug.*"))
                .map(ElfSectionHeader::getName));
    }

    /** Since Go 1.18 it stands there itself, behind a head of 32 bytes and its length in one more (debug/buildinfo). */
    private static Optional<String> goVersion(ElfFile elf, byte[] bytes) {
        return Optional.ofNullable(elf.firstSectionByName(".go.buildinfo"))
                .map(section -> section.header)
                .filter(header -> header.sh_type != ElfSectionHeader.SHT_NOBITS)
                .map(header ->
                        new String(bytes, (int) header.sh_offset, (int) header.sh_size, StandardCharsets.ISO_8859_1))
                .filter(section -> section.startsWith(GO_MAGIC) && (section.charAt(15) & 2) != 0)
                .map(section -> section.substring(33, 33 + section.charAt(32)))
                .map(ElfReader::line);
    }

    /**
     * Absolute paths of source files, between two zeros, as Go's table of files holds them unless the build trims paths; of a
     * build in the root folder -trimpath leaves {@code /main.go}.
     */
    private static List<String> buildPaths(byte[] bytes) {
        Set<String> paths = new LinkedHashSet<>();
        int start = bytes.length;
        for (int at = 0; at < bytes.length && paths.size() < MOST; at++) {
            if (bytes[at] == 0) {
                int length = at - start;
                // a pattern alone would take ten times as long for megabytes
                if (length > 0 && length <= LONGEST && bytes[start] == '/' && bytes[at - 1] == 'o') {
                    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
                    if (BUILD_PATH.matcher(text).matches()) {
                        paths.add(text);
                    }
                }
                start = at + 1;
            }
        }
        return List.copyOf(paths);
    }

    private static List<String> lines(Stream<String> texts) {
        return texts.limit(MOST).map(ElfReader::line).toList();
    }

    private static String line(String text) {
        return Cut.within(Unseen.escaped(text), LONGEST);
    }
}
