package dev.socialhub.chat.transport;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Times and limits of connections.
 *
 * @param pingInterval how often clients are asked whether they are still there
 * @param pingTimeout how long they may take to answer
 * @param connectTimeout how long a connection may be open before its client is let in
 * @param maxPending bytes that may wait for a client that reads slowly
 * @param maxConnections connections at a time; further ones are refused
 * @param maxQueued messages of a client that may wait to be handled before reading pauses
 * @param drain over how long connections are closed when the service stops
 */
@ConfigurationProperties("chat.transport")
public record TransportConfiguration(
        @NotNull Duration pingInterval,
        @NotNull Duration pingTimeout,
        @NotNull Duration connectTimeout,
        @Positive int maxPending,
        @Positive int maxConnections,
        @Positive int maxQueued,
        @NotNull Duration drain) {

    /** Bytes of a message; part of what clients are told, so it is no setting. */
    public static final int MAX_PAYLOAD = 1_000_000;

    /** The data of the packet that opens a session, as JSON. */
    String handshake(String sessionId, List<String> upgrades) {
        return """
        {"sid":"%s","upgrades":[%s],"pingInterval":%d,"pingTimeout":%d,"maxPayload":%d}\
        """
                .formatted(
                        sessionId,
                        upgrades.stream()
                                .map(upgrade -> '"' + upgrade + '"')
                                .collect(Collectors.joining(",")),
                        pingInterval.toMillis(),
                        pingTimeout.toMillis(),
                        MAX_PAYLOAD);
    }
}
