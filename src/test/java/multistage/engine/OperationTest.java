package multistage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            POST,   /build?t=some/image:tag&version=2,              BUILD
            POST,   /build/prune?all=1,                             OTHER
            GET,    /build?t=some/image:tag,                        OTHER
            POST,   /images/create?fromImage=golang&tag=1.22,       PULL
            POST,   /images/some/image:tag/tag?repo=other,          OTHER
            POST,   /exec/e1/start,                                 RUN
            GET,    /exec/e1/json,                                  OTHER
            POST,   /containers/c1/exec,                            OTHER
            GET,    /images/some/image:tag/get,                     READ_IMAGE
            GET,    /images/some/image:tag/json,                    OTHER
            GET,    /images/json?all=1,                             OTHER
            GET,    /containers/c1/archive?path=/bin/helloworld,    READ_FILE
            HEAD,   /containers/c1/archive?path=/bin/helloworld,    OTHER
            PUT,    /containers/c1/archive?path=/bin/helloworld,    OTHER
            POST,   /containers/create,                             CREATE
            POST,   /containers/create?name=some,                   CREATE
            POST,   /containers/c1/start,                           START
            POST,   /containers/c1/restart,                         OTHER
            GET,    /containers/c1/json,                            OTHER
            DELETE, /containers/c1?force=1,                         REMOVE
            DELETE, /images/some/image:tag?force=1,                 REMOVE
            GET,    /version,                                       OTHER
            GET,    /_ping,                                         OTHER
            """)
    void isToldFromARequest(String method, String path, Operation operation) {
        assertThat(Operation.of(request(method, path))).isEqualTo(operation);
        assertThat(Operation.of(request(method, "/v1.44" + path)))
                .as("with the version of the API")
                .isEqualTo(operation);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatSaysWhenItIsDoneMayTakeLong(Operation operation) {
        assertThat(operation.maySilentlyTakeLong())
                .isEqualTo(
                        switch (operation) {
                            case BUILD, PULL, RUN -> true;
                            case READ_IMAGE, READ_FILE, CREATE, START, REMOVE, OTHER -> false;
                        });
    }

    @ParameterizedTest
    @EnumSource
    void onlyBuildsAndArchivesHaveLongAnswers(Operation operation) {
        assertThat(operation.hasLongAnswer())
                .isEqualTo(
                        switch (operation) {
                            case BUILD, READ_IMAGE, READ_FILE -> true;
                            case PULL, RUN, CREATE, START, REMOVE, OTHER -> false;
                        });
    }

    private static Request request(String method, String path) {
        return Request.builder().method(method).path(path).build();
    }
}
