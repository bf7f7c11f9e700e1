package multistage.archive;

import java.io.IOException;
import java.io.InputStream;
import multistage.facts.Amount;
import multistage.facts.Message;

/**
 * What is left of the {@link ArchiveLimits} while one archive is read. Once spent it stays spent: whoever goes on is refused
 * again.
 */
final class Budget {
    private final ArchiveLimits limits;
    private long bytes;
    private long entries;
    private long names;
    private long documents;

    Budget(ArchiveLimits limits) {
        this.limits = limits;
    }

    ArchiveLimits limits() {
        return limits;
    }

    void takeEntry(String name) throws LimitExceeded {
        entries++;
        names += name.length();
        refuseBeyond(limits.entries(), entries, Amount.count(limits.entries(), "%s entry", "%s entries"));
        refuseBeyond(limits.names(), names, Message.of("%s of names", Amount.bytes(limits.names())));
    }

    void takeDocument(long length) throws LimitExceeded {
        documents += length;
        refuseBeyond(limits.documents(), documents, Message.of("%s of JSON", Amount.bytes(limits.documents())));
    }

    /** The same bytes, taken from this budget as they are read. */
    InputStream metered(InputStream stream) {
        return new BulkStream() {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = stream.read(buffer, offset, length);
                take(Math.max(count, 0));
                return count;
            }
        };
    }

    private void take(int count) throws LimitExceeded {
        bytes += count;
        refuseBeyond(limits.bytes(), bytes, Message.of("%s when unpacked", Amount.bytes(limits.bytes())));
    }

    private static void refuseBeyond(long limit, long taken, Message most) throws LimitExceeded {
        if (taken > limit) {
            throw new LimitExceeded(Message.of("it holds more than %s, and no more is read", most));
        }
    }
}
