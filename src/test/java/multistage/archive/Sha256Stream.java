package multistage.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import multistage.facts.Sha256;

/** Hashes what is read through it. */
public final class Sha256Stream extends DigestInputStream {
    private String digest = "";

    public Sha256Stream(InputStream stream) {
        super(stream, Sha256.begun());
    }

    /** {@code sha256:…} of the whole stream, of which all that is left is read first. */
    public String digest() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        if (digest.isEmpty()) {
            digest = "sha256:" + HexFormat.of().formatHex(getMessageDigest().digest());
        }
        return digest;
    }
}
