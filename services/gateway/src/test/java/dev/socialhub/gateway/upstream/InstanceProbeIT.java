package dev.socialhub.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.StubService;
import dev.socialhub.gateway.upstream.Instance.Health;
import io.micronaut.json.JsonMapper;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceProbeIT {

    private final StubService service = new StubService("posts");
    private final InstanceProbe probe = new InstanceProbe(JsonMapper.createDefault());

    @AfterEach
    void stop() {
        probe.stop();
        service.close();
    }

    @Test
    void tellsHowAnInstanceIs() throws InterruptedException {
        Instance running = at(service.url());
        assertThat(probe.check(running)).isEqualTo(Health.UP);

        service.setReady(false);
        assertThat(probe.check(running)).isEqualTo(Health.NOT_READY);

        Instance unreachable = at("http://127.0.0.1:" + RunningGateway.freePort());
        assertThat(probe.check(unreachable)).isEqualTo(Health.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({"chat-1, chat-1", "'',", "a.b,", "a b,"})
    void readsTheNodeFromTheReadinessAnswer(String reported, @Nullable String node)
            throws InterruptedException {
        Instance instance = at(service.setNode(reported).url());
        probe.check(instance);
        assertThat(instance.node()).isEqualTo(node);
    }

    @Test
    void readsTheVersionFromTheBanner() throws InterruptedException {
        service.setVersion("2.0.0-rc.1+7");
        assertThat(probe.version(at(service.url()))).isEqualTo("2.0.0-rc.1+7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<b>1</b>", "one two", "\"", "7\",\"version\":null,\"x\":\""})
    void takesNothingElseForAVersion(String version) throws InterruptedException {
        service.setVersion(version);
        assertThat(probe.version(at(service.url()))).isNull();
    }

    @Test
    void readsNoBannerWithoutEnd() throws InterruptedException {
        service.setVersion("1".repeat(100_000));
        assertThat(probe.version(at(service.url()))).isNull();
    }

    @Test
    void knowsNoVersionOfWhatDoesNotAnswer() throws InterruptedException {
        assertThat(probe.version(at("http://127.0.0.1:" + RunningGateway.freePort()))).isNull();
    }

    private static Instance at(String url) {
        return new Instance(URI.create(url));
    }
}
