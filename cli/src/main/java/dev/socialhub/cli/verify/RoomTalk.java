package dev.socialhub.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.loadtest.socket.SocketIoClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Two users in a room of their own, over Socket.IO through the gateway. */
final class RoomTalk {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String LOGS = "socialhubctl logs chat";

    private final String room = "verify-" + UUID.randomUUID();
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();

    /** One of them sends a message twice under one id, and another one; the other listens. */
    Finding between(FlowUserAccess speaker, FlowUserAccess listener) {
        try (SocketIoClient ear = join(listener, heard::add);
                SocketIoClient mouth = join(speaker, _ -> {})) {
            JsonNode first = send(mouth, "a");
            JsonNode repeated = send(mouth, "a");
            send(mouth, "b");
            if (!first.path("messageId").equals(repeated.path("messageId"))) {
                return Finding.fail("one id made two messages", LOGS);
            }
            String received = next() + next();
            return received.equals("ab")
                    ? Finding.ok("2 messages arrived once and in order, though one was sent twice")
                    : Finding.fail("'ab' was sent, and '%s' arrived".formatted(received), LOGS);
        }
    }

    private interface MessageListener {
        void received(JsonNode message);
    }

    private SocketIoClient join(FlowUserAccess user, MessageListener messages) {
        SocketIoClient client =
                answer(
                        "connecting",
                        SocketIoClient.connect(
                                URI.create(user.web().base()),
                                user.token(),
                                (name, data) -> {
                                    if (name.equals("new_message")) {
                                        messages.received(data);
                                    }
                                }));
        done("joining a room", client.emit("join_room", Map.of("roomId", room)));
        return client;
    }

    private JsonNode send(SocketIoClient client, String text) {
        return done(
                "sending a message",
                client.emit(
                        "send_message",
                        Map.of("roomId", room, "message", text, "tempId", room + text)));
    }

    /** The text of the next message that arrives; empty if none does. */
    private String next() {
        try {
            @Nullable JsonNode message = heard.poll(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return message == null ? "" : message.path("message").asText();
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static JsonNode done(String what, CompletableFuture<JsonNode> acknowledgement) {
        JsonNode answer = answer(what, acknowledgement);
        if (!answer.path("ok").asBoolean()) {
            throw failed(what + " was answered " + answer, null);
        }
        return answer;
    }

    private static <T> T answer(String what, CompletableFuture<T> pending) {
        try {
            return pending.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw failed(what + " failed: " + refused.getCause(), refused);
        } catch (TimeoutException late) {
            throw failed(what + " was not answered within 10 s", late);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static OperatorError failed(String message, @Nullable Exception cause) {
        return new OperatorError(ExitCode.FAILED, message, LOGS, cause);
    }

    private static OperatorError interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new OperatorError(ExitCode.INTERRUPTED, "interrupted", "", interrupted);
    }
}
