package multistage.measure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A program made in memory after the System V ABI, 64-bit and little-endian, with as little in it as a test needs. */
final class Elf {
    private static final int HEADER_SIZE = 64;
    private static final int SEGMENT_SIZE = 56;
    private static final int SECTION_SIZE = 64;
    private static final int SYMBOL_SIZE = 24;
    private static final int MOST_SEGMENTS = 2;
    private static final int DATA_START = HEADER_SIZE + MOST_SEGMENTS * SEGMENT_SIZE;
    private static final long ADDRESS = 0x400000;

    private static final int PT_LOAD = 1;
    private static final int PT_INTERP = 3;
    private static final int SHT_PROGBITS = 1;
    private static final int SHT_SYMTAB = 2;
    private static final int SHT_STRTAB = 3;
    private static final int SHT_DYNAMIC = 6;
    private static final int SHT_NOBITS = 8;
    private static final int DT_NULL = 0;
    private static final int DT_NEEDED = 1;
    private static final int DT_STRTAB = 5;
    private static final int DT_STRSZ = 10;

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final ByteArrayOutputStream names = new ByteArrayOutputStream();
    private final List<Part> segments = new ArrayList<>();
    private final List<Part> sections = new ArrayList<>();

    private record Part(int name, int type, long offset, long size) {}

    /** One that is static and stripped. */
    Elf() {
        names.write(0);
        sections.add(new Part(0, 0, 0, 0));
        section(".text", SHT_PROGBITS, new byte[] {(byte) 0xc3});
    }

    /** Has it ask for a dynamic loader. */
    Elf interpreter(String path) {
        long offset = write(text(path + "\0"));
        segments.add(new Part(0, PT_INTERP, offset, path.length() + 1));
        return this;
    }

    /** Has it ask for shared libraries. */
    Elf needing(String... libraries) {
        String strings = "\0" + String.join("\0", libraries) + "\0";
        long offset = section(".dynstr", SHT_STRTAB, text(strings));
        ByteBuffer dynamic = littleEndian(16 * (libraries.length + 3));
        for (String library : libraries) {
            dynamic.putLong(DT_NEEDED).putLong(strings.indexOf("\0" + library + "\0") + 1);
        }
        dynamic.putLong(DT_STRTAB).putLong(ADDRESS + offset);
        dynamic.putLong(DT_STRSZ).putLong(strings.length());
        dynamic.putLong(DT_NULL).putLong(0);
        section(".dynamic", SHT_DYNAMIC, dynamic.array());
        return this;
    }

    /** Leaves a symbol table in it. */
    Elf symbols() {
        section(".symtab", SHT_SYMTAB, new byte[SYMBOL_SIZE]);
        return this;
    }

    /** Has it ask for so much memory in a section that takes no place in the file. */
    Elf memory(String name, long size) {
        sections.add(new Part(names.size(), SHT_NOBITS, 0, size));
        names.writeBytes(text(name + "\0"));
        return this;
    }

    /** Has it hold this, in a section of that name. */
    Elf section(String name, String content) {
        return section(name, text(content));
    }

    /** The same, of any bytes. */
    Elf section(String name, byte[] content) {
        section(name, SHT_PROGBITS, content);
        return this;
    }

    byte[] bytes() {
        int nameOfNames = names.size();
        names.writeBytes(text(".shstrtab\0"));
        sections.add(new Part(nameOfNames, SHT_STRTAB, write(names.toByteArray()), names.size()));
        long sectionsStart = DATA_START + data.size();
        segments.add(new Part(0, PT_LOAD, 0, sectionsStart));

        ByteBuffer file = littleEndian((int) sectionsStart + SECTION_SIZE * sections.size());
        file.put(text("\u007fELF\u0002\u0001\u0001")).position(16);
        file.putShort((short) 2).putShort((short) 62).putInt(1);
        file.putLong(ADDRESS).putLong(HEADER_SIZE).putLong(sectionsStart).putInt(0);
        file.putShort((short) HEADER_SIZE).putShort((short) SEGMENT_SIZE).putShort((short) segments.size());
        file.putShort((short) SECTION_SIZE).putShort((short) sections.size()).putShort((short) (sections.size() - 1));
        for (Part segment : segments) {
            long address = ADDRESS + segment.offset;
            file.putInt(segment.type)
                    .putInt(0)
                    .putLong(segment.offset)
                    .putLong(address)
                    .putLong(address);
            file.putLong(segment.size).putLong(segment.size).putLong(1);
        }
        file.position(DATA_START).put(data.toByteArray());
        for (Part section : sections) {
            file.putInt(section.name).putInt(section.type).putLong(0).putLong(0);
            file.putLong(section.offset)
                    .putLong(section.size)
                    .putInt(0)
                    .putInt(0)
                    .putLong(1);
            file.putLong(section.type == SHT_SYMTAB ? SYMBOL_SIZE : 0);
        }
        return file.array();
    }

    private long section(String name, int type, byte[] content) {
        long offset = write(content);
        sections.add(new Part(names.size(), type, offset, content.length));
        names.writeBytes(text(name + "\0"));
        return offset;
    }

    private long write(byte[] content) {
        long offset = DATA_START + data.size();
        data.writeBytes(content);
        return offset;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
