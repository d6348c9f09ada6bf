package dev.socialhub.loadtest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.loadtest.socket.SocketIoClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A user who has joined a room. */
final class RoomMember {

    private final SocketIoClient client;
    private final String room;
    private final Deliveries deliveries;

    private RoomMember(SocketIoClient client, String room, Deliveries deliveries) {
        this.client = client;
        this.room = room;
        this.deliveries = deliveries;
    }

    /**
     * Connects and joins.
     *
     * @param deliveries gets every message that arrives here
     * @return exceptionally if the connection or the room is refused
     */
    static CompletableFuture<RoomMember> join(
            HttpClient http, URI gateway, String token, String room, Deliveries deliveries) {
        return SocketIoClient.connect(
                        http,
                        gateway,
                        token,
                        (name, data) -> {
                            if ("new_message".equals(name)) {
                                deliveries.received(
                                        data.path("tempId").asText(), data.path("seq").asLong());
                            }
                        })
                .thenCompose(client ->
                        client.emit("join_room", Map.of("roomId", room))
                                .thenApply(answer -> {
                                    String refusal = refusal(answer);
                                    if (refusal != null) {
                                        throw new IllegalStateException(refusal);
                                    }
                                    return new RoomMember(client, room, deliveries);
                                }));
    }

    /**
     * Sends a message.
     *
     * @param acknowledged called once: with null if the message is stored, the reason if it isn't
     */
    void send(String tempId, String text, Consumer<@Nullable String> acknowledged) {
        var _ =
                client.emit(
                                "send_message",
                                Map.of("roomId", room, "message", text, "tempId", tempId))
                        .whenComplete((answer, failure) ->
                                acknowledged.accept(
                                        failure == null ? refusal(answer) : "disconnected"));
    }

    private static @Nullable String refusal(JsonNode answer) {
        return answer.path("ok").asBoolean() ? null : answer.at("/error/code").asText("refused");
    }

    String room() {
        return room;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    void leave() {
        client.close();
    }
}
