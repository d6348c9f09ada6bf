package dev.socialhub.e2e.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The DevTools protocol: calls and events as JSON on one WebSocket. For one calling thread. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TIMEOUT_SECONDS = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();

    DevTools(URI address) {
        socket = http.newWebSocketBuilder().buildAsync(address, this).join();
    }

    /**
     * Calls a method of the protocol.
     *
     * @param session the tab's; null for the browser as a whole
     * @return its result
     */
    JsonNode call(@Nullable String session, String method, Map<String, ?> parameters) {
        ObjectNode call = JSON.createObjectNode();
        int id = calls.incrementAndGet();
        call.put("id", id).put("method", method).set("params", JSON.valueToTree(parameters));
        if (session != null) {
            call.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(call.toString(), true).join();
        JsonNode answered = answer.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        if (answered.has("error")) {
            throw new IllegalStateException(method + ": " + answered.get("error"));
        }
        return answered.path("result");
    }

    /** All events of this session so far, the oldest first. */
    List<JsonNode> events(String session) {
        return events.stream()
                .filter(event -> event.path("sessionId").asText().equals(session))
                .toList();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            String whole = partial.toString();
            partial.setLength(0);
            take(whole);
        }
        from.request(1);
        return null;
    }

    private void take(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        CompletableFuture<JsonNode> answer =
                message.has("id") ? waiting.remove(message.get("id").asInt()) : null;
        if (answer == null) {
            events.add(message);
        } else {
            answer.complete(message);
        }
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        waiting.values().forEach(answer -> answer.completeExceptionally(error));
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        IllegalStateException gone = new IllegalStateException("the browser has gone: " + reason);
        waiting.values().forEach(answer -> answer.completeExceptionally(gone));
        return null;
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
