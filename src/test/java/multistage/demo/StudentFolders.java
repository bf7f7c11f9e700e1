package multistage.demo;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import multistage.facts.Sha256;

/**
 * Names for the folders in which what is left of students lies: safe wherever they are stored, and one a student, on file
 * systems too that take capitals for small letters. A name that is safe and like no other stays as it is; another is made safe,
 * with a digest of it behind, so that it hardly ever depends on who else is in the class.
 */
public final class StudentFolders {
    /** What GitHub's artifacts, Windows or a shell's eye trip over, and what cannot be seen or is no character at all. */
    private static final Pattern UNSAFE =
            Pattern.compile("[\"<>|*?:\\\\/\ufffd\\p{C}\\p{Zl}\\p{Zp}]|[\\p{Zs}&&[^ ]]|^[ .~-]|[ .]$");

    /** Names of devices on Windows, with whatever ending; and of our own files beside those folders. */
    private static final Pattern TAKEN = Pattern.compile(
            "(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?|index\\.html|class\\.csv|answers\\.html|facts\\.json|results?\\.json"
                    + "|(?:answers|reponses)\\.md|picture-..\\.svg");

    /** Leaves room in the 255 bytes of a name for what others put behind it. */
    private static final int MOST_BYTES = 100;

    private static final int DIGEST = 8;

    private StudentFolders() {}

    /**
     * The folder of each of these students, by the student's name, in the students' order.
     *
     * @param students the names of their own folders
     */
    public static Map<String, String> of(Collection<String> students) {
        Map<String, Integer> alike = new HashMap<>();
        new TreeSet<>(students).forEach(student -> alike.merge(folded(safe(student)), 1, Integer::sum));
        Map<String, String> folders = new HashMap<>();
        Map<String, String> studentOf = new HashMap<>();
        for (String student : new TreeSet<>(students)) {
            String safe = safe(student);
            boolean asItIs = safe.equals(student) && alike.get(folded(safe)) == 1;
            String folder = asItIs ? safe : withDigest(safe, student, DIGEST);
            // somebody may be called what another was given
            for (int digits = DIGEST + 2;
                    studentOf.containsKey(folded(folder)) || !asItIs && alike.containsKey(folded(folder));
                    digits += 2) {
                folder = withDigest(safe, student, digits);
            }
            studentOf.put(folded(folder), student);
            folders.put(student, folder);
        }
        Map<String, String> inOrder = new LinkedHashMap<>();
        students.forEach(student -> inOrder.put(student, folders.get(student)));
        return inOrder;
    }

    /** The folder of somebody who is alone, or is told from others by more than a folder. */
    public static String of(String student) {
        return of(List.of(student)).get(student);
    }

    private static String safe(String student) {
        String cut = cut(Normalizer.normalize(student, Normalizer.Form.NFC), MOST_BYTES);
        String safe = UNSAFE.matcher(cut).replaceAll("_");
        return safe.isEmpty() || TAKEN.matcher(folded(safe)).matches() ? "_" + safe : safe;
    }

    private static String withDigest(String safe, String student, int digits) {
        return cut(safe, MOST_BYTES - 1 - digits) + "-" + digest(student).substring(0, digits);
    }

    /** As much of the text as fits, no character halved. */
    private static String cut(String text, int mostBytes) {
        int bytes = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > mostBytes) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    /** The same for all that some file system takes for the same name. */
    private static String folded(String name) {
        return Normalizer.normalize(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** Of all that a name may hold: halves of characters too, which UTF-8 takes for one another. */
    private static String digest(String name) {
        return Sha256.of(name.getBytes(StandardCharsets.UTF_16BE));
    }
}
