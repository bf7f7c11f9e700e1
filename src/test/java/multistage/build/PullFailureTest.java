package multistage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class PullFailureTest {
    private static final String IMAGE = "registry.example/shop:2";

    /** What engines say, the cause that it is taken for, and what the remedy holds. */
    private static final List<Arguments> EXPLAINED = Stream.of(
                    explained(
                            "the registry's rate limit is reached",
                            "a login raises the limit",
                            "toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating"
                                    + " and upgrading: https://www.docker.com/increase-rate-limit",
                            "error from registry: You have reached your unauthenticated pull rate limit.",
                            "unexpected status from HEAD request to https://registry.example.org/v2/library/golang/manifests/1.23:"
                                    + " 429 Too Many Requests"),
                    explained(
                            "the engine's disk is full",
                            "docker system df",
                            "failed to register layer: write /usr/local/go/bin/go: no space left on device",
                            "write /var/lib/docker/tmp/GetImageBlob118: disk quota exceeded"),
                    explained(
                            "the registry asks for a login",
                            "docker login",
                            "Head \"https://registry.example/v2/shop/manifests/2\": unauthorized: authentication required",
                            "Get \"https://registry.example/v2/\": no basic auth credentials",
                            "Get \"https://registry.example.org/v2/\": unauthorized: incorrect username or password",
                            "unexpected status from GET request to https://registry.example/v2/shop/manifests/2: 401 Unauthorized"),
                    explained(
                            "there is no such image, or it takes a login to see it",
                            "check its name in the Dockerfile",
                            "denied",
                            "pull access denied for shop, repository does not exist or may require 'docker login': denied:"
                                    + " requested access to the resource is denied",
                            "failed to resolve reference \"docker.io/library/shop:2\": pull access denied, repository does not"
                                    + " exist or may require authorization: server message: insufficient_scope: authorization"
                                    + " failed",
                            "initializing source docker://shop:2: reading manifest 2 in docker.io/library/shop: requested access to"
                                    + " the resource is denied"),
                    explained(
                            "the registry has no such image",
                            "check its name and tag in the Dockerfile",
                            "manifest for golang:9.99 not found: manifest unknown: manifest unknown",
                            "failed to resolve reference \"docker.io/library/golang:9\": docker.io/library/golang:9: not found",
                            "initializing source docker://golang:9.99: reading manifest 9.99 in docker.io/library/golang: manifest"
                                    + " unknown",
                            "name unknown",
                            "no matching manifest for linux/riscv64 in the manifest list entries"),
                    explained(
                            "the registry is not in reach",
                            "docker load",
                            "Get \"https://registry.example.org/v2/\": dial tcp: lookup registry.example.org on 192.168.65.7:53: no"
                                    + " such host",
                            "Get \"https://registry.example.org/v2/\": dial tcp: lookup registry.example.org on 192.168.65.7:53:"
                                    + " read udp 192.168.65.3:40157->192.168.65.7:53: i/o timeout",
                            "Get \"https://registry.example.org/v2/\": net/http: request canceled while waiting for connection"
                                    + " (Client.Timeout exceeded while awaiting headers)",
                            "Get \"https://registry.example.org/v2/\": dial tcp 127.0.0.1:9: connect: connection refused",
                            "Get \"https://registry.example.org/v2/\": dial tcp 34.226.69.105:443: connect: network is unreachable",
                            "Get \"https://registry.example.org/v2/\": proxyconnect tcp: dial tcp: lookup proxy: Temporary failure"
                                    + " in name resolution",
                            "Get \"https://registry.example.org/v2/\": tls: failed to verify certificate: x509: certificate signed"
                                    + " by unknown authority",
                            "failed to do request: Head \"https://registry.example.org/v2/library/golang/manifests/1.23\": EOF",
                            "read tcp 10.0.0.2:51220->34.226.69.105:443: read: connection reset by peer",
                            "context deadline exceeded",
                            "no progress for 30 s"))
            .flatMap(Function.identity())
            .toList();

    @ParameterizedTest
    @FieldSource("EXPLAINED")
    void isExplainedFromTheEnginesWords(String words, String cause, String remedy) {
        assertThat(PullFailure.explain(IMAGE, words).english())
                .startsWith(IMAGE + " is needed and cannot be pulled: " + cause + ". What to do: ")
                .contains(remedy)
                .endsWith("\nthe engine said: " + words);
    }

    @Test
    void wordsThatNobodyKnowsStandForThemselves() {
        assertThat(PullFailure.explain(IMAGE, "received unexpected HTTP status: 503 Service Unavailable")
                        .english())
                .isEqualTo(IMAGE + " is needed and cannot be pulled.\n"
                        + "the engine said: received unexpected HTTP status: 503 Service Unavailable");
    }

    @Test
    void forTheLessonsOwnBaseThereIsAnotherWay() {
        assertThat(PullFailure.explain("golang:1.23", "no such host").english())
                .contains("docker/with-engine brings a stand-in");
        assertThat(PullFailure.explain("golang:1.24", "no such host").english()).doesNotContain("with-engine");
    }

    private static Stream<Arguments> explained(String cause, String remedy, String... engineWords) {
        return Stream.of(engineWords).map(words -> Arguments.of(words, cause, remedy));
    }
}
