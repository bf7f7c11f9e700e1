package multistage.facts;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Go wrote into a program about its own making: what {@code go version -m} prints.
 *
 * @param version the compiler's, {@code go1.23.12}
 * @param settings what the build was given that changes its outcome, {@code CGO_ENABLED} to {@code 0}, {@code -trimpath} to
 *     {@code true}; linker flags are left out by Go when -trimpath is given
 */
public record GoBuild(String version, Map<String, String> settings) {

    public GoBuild {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
