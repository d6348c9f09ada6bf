package dev.socialhub.e2e.survival;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.e2e.Client;
import dev.socialhub.e2e.Client.Person;
import dev.socialhub.loadtest.socket.SocketIoClient;
import dev.socialhub.testkit.history.OperationHistory;
import dev.socialhub.testkit.history.Operations;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A client of one room that knows the sequence numbers: it connects again after a fault, asks for
 * what it missed, and repeats a message under the same id until the message is acknowledged.
 */
final class RoomClient {

    static final String SEND = "send";
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final String name;
    private final String room;
    private final Person person;
    private final URI gateway;
    private final HttpClient http;
    private final OperationHistory history;
    private final List<String> messages = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private @Nullable SocketIoClient socket;
    private int sent;

    RoomClient(
            String name,
            String room,
            Person person,
            URI gateway,
            HttpClient http,
            OperationHistory history) {
        this.name = name;
        this.room = room;
        this.person = person;
        this.gateway = gateway;
        this.http = http;
        this.history = history;
    }

    String room() {
        return room;
    }

    /** Sends one message, and returns when it is acknowledged, or after two minutes. */
    void send() {
        String tempId = name + "-" + ++sent;
        OperationHistory.Call call = history.invoke(name, SEND, room + " " + tempId);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        String problem = "";
        while (System.nanoTime() < deadline) {
            try {
                JsonNode answer =
                        connected()
                                .emit(
                                        "send_message",
                                        Map.of(
                                                "roomId", room,
                                                "message", "text of " + tempId,
                                                "tempId", tempId))
                                .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
                if (answer.path("ok").asBoolean()) {
                    call.ok(answer.path("seq").asText());
                    return;
                }
                problem = answer.toString();
            } catch (ExecutionException | TimeoutException | CancellationException lost) {
                problem = String.valueOf(lost.getMessage());
                disconnect();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
            Moments.pass(BETWEEN);
        }
        call.unknown(problem);
    }

    private SocketIoClient connected()
            throws ExecutionException, TimeoutException, InterruptedException {
        SocketIoClient current = socket;
        if (current != null) {
            return current;
        }
        Connection connection = new Connection();
        SocketIoClient opened =
                SocketIoClient.connect(http, gateway, person.token(), connection)
                        .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        socket = opened;
        JsonNode joined =
                opened.emit("join_room", Map.of("roomId", room))
                        .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        if (!joined.path("ok").asBoolean()) {
            throw new ExecutionException(new IllegalStateException(joined.toString()));
        }
        return opened;
    }

    void disconnect() {
        SocketIoClient current = socket;
        socket = null;
        if (current != null) {
            current.close();
        }
    }

    /** What arrives over one connection: no message twice, none before an earlier one. */
    private final class Connection implements SocketIoClient.Events {

        private long last;

        @Override
        public void received(String event, JsonNode data) {
            if (!event.equals("new_message")) {
                return;
            }
            long seq = data.path("seq").asLong();
            synchronized (messages) {
                if (last > 0 && seq != last + 1) {
                    violations.add("%s in %s got %d after %d".formatted(name, room, seq, last));
                }
                last = seq;
                if (seq == messages.size() + 1) {
                    messages.add(data.path("tempId").asText());
                }
            }
        }
    }

    /** Asks for everything after the newest message without a gap before it, page by page. */
    List<String> caughtUp(Client client) {
        while (true) {
            int known;
            synchronized (messages) {
                known = messages.size();
            }
            Client.Answer page =
                    client.as(person.token())
                            .get(
                                    "/api/v1/conversations/%s/messages?limit=100&after=%d"
                                            .formatted(room, known));
            JsonNode found = page.json().path("messages");
            if (found.isEmpty()) {
                return List.copyOf(messages);
            }
            for (JsonNode message : found) {
                synchronized (messages) {
                    if (message.path("seq").asLong() == messages.size() + 1) {
                        messages.add(message.path("tempId").asText());
                    }
                }
            }
        }
    }

    /** What was wrong while it listened. */
    List<String> violations() {
        synchronized (messages) {
            return List.copyOf(violations);
        }
    }

    /** The ids of messages that were acknowledged in a room. */
    static List<String> acknowledged(Operations operations, String room) {
        return operations.of(SEND).ok().stream()
                .map(one -> one.value().split(" ", 2))
                .filter(parts -> parts[0].equals(room))
                .map(parts -> parts[1])
                .toList();
    }
}
