package dev.socialhub.loadtest.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A Socket.IO client of the main namespace over one WebSocket: events of one JSON value, with
 * acknowledgements. It never polls, and never connects again. Thread-safe.
 */
public final class SocketIoClient implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final String CONNECT = "40";
    private static final String EVENT = "42";
    private static final String ACK = "43";
    private static final String CONNECT_ERROR = "44";

    private final String token;
    private final Events events;
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final Map<Long, CompletableFuture<JsonNode>> unacknowledged = new ConcurrentHashMap<>();
    private final AtomicLong ackIds = new AtomicLong();
    private final StringBuilder received = new StringBuilder();
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private volatile @Nullable WebSocket socket;
    private volatile @Nullable String ended;

    private SocketIoClient(String token, Events events) {
        this.token = token;
        this.events = events;
    }

    /** Told of every event that arrives, one after the other, on a thread of the connection. */
    public interface Events {
        void received(String name, JsonNode data);
    }

    /** Connects with a client of its own, whose connections wait 10 s to be established. */
    public static CompletableFuture<SocketIoClient> connect(
            URI gateway, String token, Events events) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
        return connect(client, gateway, token, events);
    }

    /**
     * Connects.
     *
     * @param gateway such as {@code http://localhost:8080}
     * @param token an access token
     * @return exceptionally with an {@link IOException} if the server refuses
     */
    public static CompletableFuture<SocketIoClient> connect(
            HttpClient client, URI gateway, String token, Events events) {
        SocketIoClient connection = new SocketIoClient(token, events);
        String scheme = "https".equals(gateway.getScheme()) ? "wss" : "ws";
        URI address =
                URI.create(
                        "%s://%s/socket.io/?EIO=4&transport=websocket"
                                .formatted(scheme, gateway.getAuthority()));
        return client.newWebSocketBuilder()
                .buildAsync(address, connection)
                .thenCompose(_ -> connection.connected)
                .thenApply(_ -> connection);
    }

    /**
     * Sends an event.
     *
     * @return the first value of its acknowledgement; exceptionally with an {@link IOException} if
     *     the connection ends before
     */
    public CompletableFuture<JsonNode> emit(String name, Map<String, ?> data) {
        long ackId = ackIds.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        unacknowledged.put(ackId, answer);
        write(EVENT + ackId + JSON.valueToTree(new Object[] {name, data}));
        String reason = ended;
        if (reason != null) {
            end(reason);
        }
        return answer;
    }

    /** One frame after the other, as the JDK's client demands. */
    private synchronized void write(String frame) {
        WebSocket current = socket;
        if (current != null) {
            sending =
                    sending.handle((_, _) -> null).thenCompose(_ -> current.sendText(frame, true));
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
        received.append(data);
        if (last) {
            String frame = received.toString();
            received.setLength(0);
            read(frame);
        }
        return null;
    }

    private void read(String frame) {
        if (frame.startsWith("0")) {
            write(CONNECT + JSON.valueToTree(Map.of("token", token)));
        } else if (frame.startsWith("2")) {
            write("3");
        } else if (frame.startsWith(EVENT)) {
            JsonNode event = json(frame.substring(EVENT.length()));
            events.received(event.path(0).asText(), event.path(1));
        } else if (frame.startsWith(ACK)) {
            int begin = frame.indexOf('[');
            CompletableFuture<JsonNode> waiting =
                    unacknowledged.remove(Long.parseLong(frame.substring(ACK.length(), begin)));
            if (waiting != null) {
                waiting.complete(json(frame.substring(begin)).path(0));
            }
        } else if (frame.startsWith(CONNECT_ERROR)) {
            end(
                    "refused: "
                            + json(frame.substring(CONNECT_ERROR.length()))
                                    .path("message")
                                    .asText());
        } else if (frame.startsWith(CONNECT)) {
            connected.complete(null);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new IllegalStateException("a packet isn't JSON", malformed);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket source, int code, String reason) {
        end("the connection was closed with " + code);
        return null;
    }

    /** Also for what {@link #onText} throws. */
    @Override
    public void onError(WebSocket source, Throwable error) {
        end(error.toString());
    }

    private void end(String reason) {
        ended = reason;
        IOException failure = new IOException(reason);
        connected.completeExceptionally(failure);
        for (Long ackId : List.copyOf(unacknowledged.keySet())) {
            CompletableFuture<JsonNode> waiting = unacknowledged.remove(ackId);
            if (waiting != null) {
                waiting.completeExceptionally(failure);
            }
        }
    }

    @Override
    public void close() {
        WebSocket current = socket;
        if (current != null) {
            current.abort();
        }
        end("closed");
    }
}
