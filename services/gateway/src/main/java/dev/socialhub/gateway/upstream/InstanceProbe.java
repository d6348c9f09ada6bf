package dev.socialhub.gateway.upstream;

import dev.socialhub.gateway.upstream.Instance.Health;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queries the health and the release of an instance. Blocks: not for an event loop. */
@Singleton
final class InstanceProbe {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceProbe.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int BANNER_BYTES = 4096;
    private static final String NODE_HEADER = "X-Node-Id";
    private static final Pattern NODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._+-]{1,40}");

    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();

    InstanceProbe(JsonMapper json) {
        this.json = json;
    }

    /** Checks the health of the instance, and notes the node that it says it is. */
    Health check(Instance instance) throws InterruptedException {
        instance.resolve();
        try {
            HttpRequest request = get(instance, "/health/readiness");
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            instance.setNode(
                    answer.headers()
                            .firstValue(NODE_HEADER)
                            .filter(node -> NODE.matcher(node).matches())
                            .orElse(null));
            return answer.statusCode() == 200 ? Health.UP : Health.NOT_READY;
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            LOG.debug("{} can't be reached", instance.url(), unreachable);
            return Health.UNREACHABLE;
        } catch (IOException noAnswer) {
            // It accepted the connection, so it may be merely slow.
            LOG.debug("No answer from {}", instance.url(), noAnswer);
            return Health.NOT_READY;
        }
    }

    /** The release that the instance's banner names; null when it names none. */
    @Nullable String version(Instance instance) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer =
                    http.send(
                            get(instance, "/"),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), BANNER_BYTES));
            if (answer.statusCode() != 200) {
                return null;
            }
            @Nullable JsonNode banner = json.readValue(answer.body(), JsonNode.class);
            JsonNode version = banner != null && banner.isObject() ? banner.get("version") : null;
            return version != null
                            && version.isString()
                            && VERSION.matcher(version.getStringValue()).matches()
                    ? version.getStringValue()
                    : null;
        } catch (IOException unknown) {
            LOG.debug("{} doesn't report its version", instance.url(), unknown);
            return null;
        }
    }

    private static HttpRequest get(Instance instance, String path) {
        return HttpRequest.newBuilder(instance.url().resolve(path)).timeout(TIMEOUT).build();
    }

    @PreDestroy
    void stop() {
        http.shutdownNow();
    }
}
