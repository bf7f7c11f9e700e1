package multistage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import multistage.facts.Content;
import multistage.facts.Content.Entry;
import multistage.facts.Provision;
import multistage.facts.Provision.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlacesTest {
    @ParameterizedTest
    @CsvSource({
        "SHELL, /bin/sh",
        "SHELL, /usr/bin/bash",
        "SHELL, /bin/busybox",
        "DYNAMIC_LOADER, /lib64/ld-linux-x86-64.so.2",
        "DYNAMIC_LOADER, /usr/lib/ld-linux-aarch64.so.1",
        "DYNAMIC_LOADER, /lib/ld-musl-x86_64.so.1",
        "CERTIFICATES, /etc/ssl/certs/ca-certificates.crt",
        "CERTIFICATES, /etc/ssl/cert.pem",
        "CERTIFICATES, /etc/ssl/certs/our-own.pem",
        "USERS, /etc/passwd",
        "PACKAGE_MANAGER, /usr/bin/apt-get",
        "PACKAGE_MANAGER, /sbin/apk"
    })
    void aFileOrALinkToOneIsFoundWhereProgramsLookForIt(Kind kind, String path) {
        assertThat(find(kind, file(path))).contains(path);
        assertThat(find(kind, link(path))).contains(path);
        assertThat(find(kind, folder(path))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TIME_ZONES, /usr/share/zoneinfo", "TEMPORARY_FOLDER, /tmp"})
    void aFolderOrALinkToOneIsFoundWhereProgramsLookForIt(Kind kind, String path) {
        assertThat(find(kind, folder(path))).contains(path);
        assertThat(find(kind, link(path))).contains(path);
        assertThat(find(kind, file(path))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SHELL, /home/bin/sh",
        "DYNAMIC_LOADER, /lib/x86_64-linux-gnu/libc.so.6",
        "DYNAMIC_LOADER, /lib64/old/ld-linux-x86-64.so.2",
        "CERTIFICATES, /etc/ssl/certs/java/cacerts",
        "TIME_ZONES, /usr/share/zoneinfo/Europe",
        "TEMPORARY_FOLDER, /var/tmp"
    })
    void elsewhereNobodyLooks(Kind kind, String path) {
        assertThat(find(kind, file(path), folder(path))).isEmpty();
    }

    @Test
    void theLikeliestPlaceIsTold() {
        assertThat(find(
                        Kind.CERTIFICATES,
                        file("/etc/ssl/cert.pem"),
                        file("/etc/ssl/certs/a.pem"),
                        file("/etc/ssl/certs/ca-certificates.crt")))
                .contains("/etc/ssl/certs/ca-certificates.crt");
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyImageLacksAll(Kind kind) {
        assertThat(find(kind)).isEmpty();
    }

    @Test
    void namesInPlacesAreBounded() {
        assertThat(find(Kind.CERTIFICATES, file("/etc/ssl/certs/" + "a".repeat(101))))
                .isEmpty();
    }

    private static Optional<String> find(Kind kind, Entry... entries) {
        List<Provision> all = Places.in(new Content(List.of(entries)));
        assertThat(all).extracting(Provision::kind).containsExactly(Kind.values());
        return all.get(kind.ordinal()).path();
    }

    private static Entry file(String path) {
        return new Entry(path, Content.Kind.FILE, 1, "0644");
    }

    private static Entry link(String path) {
        return new Entry(path, Content.Kind.LINK, 0, "0777");
    }

    private static Entry folder(String path) {
        return new Entry(path, Content.Kind.FOLDER, 0, "0755");
    }
}
