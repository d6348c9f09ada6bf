package dev.socialhub.chat.socket;

import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Events with which tests do what the domain does. */
@Factory
@Requires(property = "chat.test-events")
public final class TestEvents {

    @Serdeable
    public record Text(@NotBlank @Nullable String text, @Nullable String room) {}

    @Serdeable
    public record Answer(boolean ok, String text, long seq) {}

    /** Rooms in memory: each message has the next number of its room. */
    @Singleton
    @Primary
    @Requires(property = "chat.test-events")
    public static final class Rooms implements MissedMessages {

        public final CountDownLatch gate = new CountDownLatch(1);
        private final Map<String, List<OutgoingEvent>> rooms = new ConcurrentHashMap<>();

        synchronized long add(String room, String text, Groups groups) {
            List<OutgoingEvent> messages = messages(room);
            long seq = messages.size() + 1L;
            OutgoingEvent event =
                    OutgoingEvent.of(
                                    "message",
                                    utf8("{\"text\":\"" + text + "\",\"seq\":" + seq + "}"))
                            .at(room, seq);
            messages.add(event);
            groups.deliver("room:" + room, event);
            return seq;
        }

        private List<OutgoingEvent> messages(String room) {
            return rooms.computeIfAbsent(room, _ -> new ArrayList<>());
        }

        synchronized long size(String room) {
            return messages(room).size();
        }

        /** As another instance would do it. */
        public void store(String room, String text, Groups groups) {
            add(room, text, groups);
        }

        @Override
        public synchronized List<OutgoingEvent> after(
                String group, String conversationId, long seq, Caller caller, int limit) {
            List<OutgoingEvent> messages = messages(conversationId);
            int end = (int) Math.min(messages.size(), seq + limit);
            return List.copyOf(messages.subList((int) Math.min(seq, end), end));
        }
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Singleton
    EventHandler<Text> echo() {
        return handler(
                "test:echo",
                (socket, text) -> {
                    socket.emit(OutgoingEvent.of("echo", utf8("\"" + text.text() + "\"")));
                    return new Answer(true, String.valueOf(text.text()), 0);
                });
    }

    @Singleton
    EventHandler<Text> join(Rooms rooms) {
        return handler(
                "test:join",
                (socket, text) -> {
                    String room = String.valueOf(text.text());
                    socket.join("room:" + room);
                    socket.emit(
                            OutgoingEvent.of("history", utf8("[]"))
                                    .at(room, rooms.size(room))
                                    .in("room:" + room));
                    return null;
                });
    }

    @Singleton
    EventHandler<Text> leave() {
        return handler(
                "test:leave",
                (socket, text) -> {
                    socket.leave("room:" + text.text());
                    return null;
                });
    }

    @Singleton
    EventHandler<Text> send(Rooms rooms, Groups groups) {
        return handler(
                "test:send",
                (socket, text) ->
                        new Answer(
                                true,
                                "sent",
                                rooms.add(
                                        String.valueOf(text.room()),
                                        String.valueOf(text.text()),
                                        groups)));
    }

    @Singleton
    EventHandler<Text> wait(Rooms rooms) {
        return handler(
                "test:wait",
                (socket, text) -> {
                    try {
                        rooms.gate.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    socket.emit(OutgoingEvent.of("waited", utf8("\"" + text.text() + "\"")));
                    return null;
                });
    }

    @Singleton
    EventHandler<Text> fail() {
        return handler(
                "test:fail",
                (socket, text) -> {
                    throw "refuse".equals(text.text())
                            ? ProblemException.notFound("There is no such room.")
                            : new IllegalStateException("secret");
                });
    }

    private static EventHandler<Text> handler(
            String event, BiFunction<ClientSocket, Text, @Nullable Object> handle) {
        return new EventHandler<>() {
            @Override
            public String event() {
                return event;
            }

            @Override
            public Class<Text> argument() {
                return Text.class;
            }

            @Override
            public @Nullable Object handle(ClientSocket socket, Text argument) {
                return handle.apply(socket, argument);
            }
        };
    }
}
