package dev.socialhub.gateway;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The gateway's settings; the defaults are in {@code application.yml}.
 *
 * @param backends service name to the comma-separated addresses of its instances; the defaults are
 *     those of the manifest
 * @param upstreamsFile file that names the instances instead, and is reread when it changes; empty
 *     for none
 * @param demoLoginsFile file of users that visitors may log in as, shown on the landing page; empty
 *     for none
 * @param corsOrigins origins whose pages may call the API with credentials
 * @param trustedProxies CIDR blocks whose X-Forwarded-* headers are trusted
 * @param client limits on the side of the callers
 * @param upstream limits on the side of the services
 * @param overload when a service counts as overloaded
 * @param health how often instances are checked for readiness
 */
@ConfigurationProperties("gateway")
public record GatewaySettings(
        @NotNull @MapFormat(keyFormat = StringConvention.RAW) Map<String, String> backends,
        String upstreamsFile,
        String demoLoginsFile,
        List<String> corsOrigins,
        List<String> trustedProxies,
        Client client,
        Upstream upstream,
        Overload overload,
        Health health) {

    public GatewaySettings {
        backends = Map.copyOf(backends);
        corsOrigins = withoutBlanks(corsOrigins);
        trustedProxies = withoutBlanks(trustedProxies);
    }

    /** An empty variable is read as a list of one empty string. */
    private static List<String> withoutBlanks(List<String> values) {
        return values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
    }

    /**
     * Limits on the callers' side.
     *
     * @param maxUriBytes longer request targets are refused with 414
     * @param maxHeaderBytes larger header blocks are refused with 431
     * @param headTimeout how long a connection may take to send its next request's head
     * @param lingerTimeout how long a refused body is still read, so that the refusal arrives
     */
    @ConfigurationProperties("client")
    public record Client(
            @Min(256) int maxUriBytes,
            @Min(1024) int maxHeaderBytes,
            Duration headTimeout,
            Duration lingerTimeout) {}

    /**
     * Limits on the services' side.
     *
     * @param maxConnections connections to one service, over all its instances
     * @param maxWaiting requests to one service that may wait for a connection
     * @param waitTimeout how long each of them may wait
     * @param connectTimeout how long connecting may take
     * @param readTimeout how long a service may be silent while it owes an answer
     * @param idleTimeout how long an unused connection is kept; below the services' own
     * @param maxReplayBytes how much of a request body is kept for a second try
     */
    @ConfigurationProperties("upstream")
    public record Upstream(
            @Min(1) int maxConnections,
            @Min(0) int maxWaiting,
            Duration waitTimeout,
            Duration connectTimeout,
            Duration readTimeout,
            Duration idleTimeout,
            @Min(0) int maxReplayBytes) {}

    /**
     * Overload. A request is in flight while a service has received it in full and has not begun to
     * answer.
     *
     * @param maxInFlight requests in flight at one service, over all its instances, while there is
     *     no sign of overload
     * @param minInFlight requests in flight that are always allowed
     * @param latency if its answers take longer on average, a service counts as overloaded
     * @param answerTimeout how long the gateway waits for the head of an answer; the service is
     *     informed
     */
    @ConfigurationProperties("overload")
    public record Overload(
            @Min(1) int maxInFlight,
            @Min(1) int minInFlight,
            Duration latency,
            Duration answerTimeout) {}

    /**
     * Health checks.
     *
     * @param interval between two checks of a healthy instance
     * @param retryInterval between two checks of an unhealthy instance
     */
    @ConfigurationProperties("health")
    public record Health(Duration interval, Duration retryInterval) {}
}
