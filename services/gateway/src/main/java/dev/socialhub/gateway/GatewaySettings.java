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
 * @param limitsExemptCidrs CIDR blocks of clients without limits per address
 * @param client limits on the side of the callers
 * @param upstream limits on the side of the services
 * @param overload when a service counts as overloaded
 * @param health how often instances are checked for readiness
 * @param streams limits of WebSockets and waiting polls
 */
@ConfigurationProperties("gateway")
public record GatewaySettings(
        @NotNull @MapFormat(keyFormat = StringConvention.RAW) Map<String, String> backends,
        String upstreamsFile,
        String demoLoginsFile,
        List<String> corsOrigins,
        List<String> trustedProxies,
        List<String> limitsExemptCidrs,
        Client client,
        Upstream upstream,
        Overload overload,
        Health health,
        Streams streams) {

    public GatewaySettings {
        backends = Map.copyOf(backends);
        corsOrigins = withoutBlanks(corsOrigins);
        trustedProxies = withoutBlanks(trustedProxies);
        limitsExemptCidrs = withoutBlanks(limitsExemptCidrs);
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

    /**
     * Streams: WebSockets, and polls that wait for an event.
     *
     * @param maxOpen streams that may be open at the same time
     * @param maxPerAddress those of one client address; an IPv6 network of 64 bits is one address
     * @param maxPolls polls that may wait at one service
     * @param pollTimeout how long a poll may wait for its answer
     * @param idleTimeout after how long without a byte in either direction a WebSocket is closed
     * @param maxAge how long a WebSocket may be open
     * @param drainGrace how long WebSockets stay open when the gateway shuts down, or when their
     *     instance leaves
     * @param drainSpread the time after that, over which they are closed one after the other
     */
    @ConfigurationProperties("streams")
    public record Streams(
            @Min(1) int maxOpen,
            @Min(1) int maxPerAddress,
            @Min(1) int maxPolls,
            Duration pollTimeout,
            Duration idleTimeout,
            Duration maxAge,
            Duration drainGrace,
            Duration drainSpread) {}
}
