package multistage.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PullTest {
    private final List<String> shown = new ArrayList<>();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "unexpected status from HEAD request to https://registry.example.org/v2/: 429 Too Many Requests | rate limit | true",
                "failed to register layer: write /go: no space left on device | disk is full | true",
                "Head \"https://registry.example/v2/\": unauthorized: authentication required | login | false",
                "pull access denied for shop, repository does not exist or may require 'docker login': denied | login | false",
                "failed to resolve reference \"docker.io/library/shop:2\": docker.io/library/shop:2: not found | no such image | false",
                "no matching manifest for linux/riscv64 in the manifest list entries | no such image | false",
                "Get \"https://registry.example.org/v2/\": dial tcp: lookup registry.example.org: no such host | not in reach | true",
                "Get \"https://registry.example.org/v2/\": net/http: request canceled (Client.Timeout exceeded) | not in reach | true",
                "tls: failed to verify certificate: x509: certificate signed by unknown authority | not in reach | true",
                "received unexpected HTTP status: 503 Service Unavailable | not in reach | true",
                "no progress for 30 s | not in reach | true",
                "something else | the engine said: something else | false"
            })
    void isExplainedFromTheEnginesWords(String words, String cause, boolean outside) {
        Pull.Failure failure = Pull.failure("registry.example/shop:2", words);

        assertThat(failure.why().english())
                .startsWith("registry.example/shop:2 is needed and cannot be pulled")
                .contains(cause)
                .endsWith("\nthe engine said: " + words);
        assertThat(failure.outside()).isEqualTo(outside);
    }

    @Test
    void anImageThatComesIsLocalThen() {
        assertThat(pull(ResultCallback::onComplete)).isEmpty();
        assertThat(shown).last().isEqualTo("pulled golang:1.23");
    }

    @Test
    void anErrorOnTheWayOrARefusalEndsIt() {
        assertThat(pull(answer -> {
                    answer.onNext(new JsonMapper()
                            .convertValue(
                                    Map.of("errorDetail", Map.of("message", "manifest unknown")),
                                    PullResponseItem.class));
                    answer.onComplete();
                }))
                .contains(Pull.failure("golang:1.23", "manifest unknown"));
        assertThat(pull(answer -> answer.onError(new NotFoundException("denied"))))
                .isPresent();
    }

    @Test
    void whatMakesNoProgressIsGivenUpAndHungUpOn() {
        AtomicBoolean hungUp = new AtomicBoolean();

        assertThat(pull(answer -> answer.onStart(() -> hungUp.set(true)))
                        .orElseThrow()
                        .outside())
                .isTrue();
        assertThat(hungUp).isTrue();
    }

    private Optional<Pull.Failure> pull(Consumer<ResultCallback<PullResponseItem>> story) {
        PullImageCmd command = proxy(PullImageCmd.class, story);
        return Pull.of("golang:1.23", proxy(DockerClient.class, command), Duration.ofMillis(5), shown::add);
    }

    /** Answers each call with itself, or with what it is given; {@code exec} tells the story to the callback. */
    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, Object given) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            if (method.getName().equals("exec")) {
                ((Consumer<Object>) given).accept(arguments[0]);
                return arguments[0];
            }
            return method.getReturnType().isInstance(given) ? given : self;
        });
    }
}
