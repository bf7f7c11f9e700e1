package multistage.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The records of an extended header, each {@code LENGTH KEY=VALUE\n} (POSIX.1-2008, pax, "pax Extended Header"). */
final class PaxRecords {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private PaxRecords() {}

    /** By key; of several with one key the last counts. */
    static Map<String, String> parse(byte[] bytes) throws ArchiveUnreadable {
        Map<String, String> records = new HashMap<>();
        String text = RawText.of(bytes, 0, bytes.length);
        int end;
        for (int start = 0; start < text.length(); start = end) {
            int blank = text.indexOf(' ', start);
            if (blank < 0) {
                throw damaged();
            }
            long length = number(text.substring(start, blank));
            if (length > text.length() - start) {
                throw damaged();
            }
            end = start + (int) length;
            int equals = text.indexOf('=', blank);
            if (equals < 0 || equals >= end || text.charAt(end - 1) != '\n') {
                throw damaged();
            }
            records.put(text.substring(blank + 1, equals), text.substring(equals + 1, end - 1));
        }
        return records;
    }

    static long number(String digits) throws ArchiveUnreadable {
        if (!NUMBER.matcher(digits).matches()) {
            throw damaged();
        }
        return Long.parseLong(digits);
    }

    private static ArchiveUnreadable damaged() {
        return new ArchiveUnreadable("one of its extended headers is damaged");
    }
}
