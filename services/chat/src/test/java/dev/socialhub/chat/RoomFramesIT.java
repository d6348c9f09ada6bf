package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.FakeAuth.Person;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rooms over one WebSocket, with the frames that a guide prints. */
class RoomFramesIT {

    private static RunningChat chat;

    @BeforeAll
    static void start() {
        chat = RunningChat.start(Map.of());
    }

    @AfterAll
    static void stop() {
        chat.close();
    }

    @Test
    void aMessageReachesTheRoom() {
        Person ada = chat.newUser();
        String room = "room-" + UUID.randomUUID();
        try (RawSocket socket = RawSocket.open(chat, ada.token())) {
            socket.expect("0{");
            socket.send("40").expect("40{");
            socket.send("42[\"join_room\",{\"roomId\":\"" + room + "\"}]");
            socket.expect("42[\"message_history\",[]");
            assertThat(socket.expect("42[\"room_users\",{\"roomId\":\"" + room))
                    .contains(ada.id().toString());
            String message =
                    "[\"send_message\",{\"roomId\":\"%s\",\"message\":\"Hello World!\",\"tempId\":\"t1\"}]"
                            .formatted(room);
            socket.send("42" + message);
            assertThat(socket.expect("42[\"new_message\",{\"id\":\"" + room + ":1\",\"seq\":1,"))
                    .contains("\"message\":\"Hello World!\"", "\"tempId\":\"t1\"", ada.username());
            socket.send("427" + message);
            socket.expect("437[{\"ok\":true,\"messageId\":\"" + room + ":1\",\"seq\":1}]");

            try (RawSocket other = RawSocket.connected(chat, chat.newUser().token())) {
                other.send("42[\"join_room\",{\"roomId\":\"" + room + "\"}]");
                assertThat(other.expect("42[\"message_history\",[{\"id\":\"" + room + ":1\""))
                        .contains("Hello World!");
            }
            socket.expect("42[\"user_joined\",{\"roomId\":\"" + room);
            socket.expect("42[\"user_left\",{\"roomId\":\"" + room);
        }
    }

    @Test
    void badInputIsAnswered() {
        try (RawSocket socket = RawSocket.connected(chat, chat.newUser().token())) {
            socket.send("42[\"join_room\",{\"roomId\":\"dm_x\"}]")
                    .expect("42[\"error\",{\"code\":");
            socket.send("42[\"join_room\",{\"roomId\":\"" + "a".repeat(65) + "\"}]")
                    .expect("42[\"error\",{\"code\":\"invalid\"");
            socket.send("42[\"join_room\",{}]").expect("42[\"error\",{\"code\":");
            socket.send("421[\"send_message\",{\"roomId\":\"r\",\"message\":\" \"}]")
                    .expect("42[\"error\",{\"code\":\"invalid\"");
            socket.expect("431[{\"ok\":false,\"error\":{\"code\":\"invalid\"");
            socket.send("42[\"join_room\",{\"roomId\":\"__proto__\"}]")
                    .expect("42[\"message_history\",[]");
        }
    }
}
