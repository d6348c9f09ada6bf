package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.event.EventArguments;
import dev.socialhub.chat.socket.FakeSocket;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is where, between two instances; and what is only told. */
class PresenceIT {

    private static ChatInstances chat;
    private final RoomId room = new RoomId("room-" + UUID.randomUUID());
    private Person ada;
    private Person bob;

    @BeforeAll
    static void start() throws Exception {
        chat = new ChatInstances(2);
    }

    @AfterAll
    static void stop() {
        chat.close();
    }

    @BeforeEach
    void people() {
        ada = chat.user("ada" + UUID.randomUUID().toString().substring(0, 8));
        bob = chat.user("bob" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void partnersLearnIt() {
        chat.befriend(ada, bob);
        chat.get(0).post(ada, "/api/v1/conversations", "{\"userId\":\"" + bob.id() + "\"}");
        FakeSocket adas = chat.get(0).connect(ada);
        FakeSocket bobs = chat.get(1).connect(bob);
        await().until(() -> !adas.events("presence").isEmpty());
        assertThat(adas.events("presence").getFirst().get("online").getBooleanValue()).isTrue();

        chat.get(0).send(adas, "presence:query", EventArguments.presence(bob.id()));
        assertThat(adas.events("presence").getLast().get("online").getBooleanValue()).isTrue();
        chat.edge("block", bob, ada, true);
        chat.get(0).send(adas, "presence:query", EventArguments.presence(bob.id()));
        assertThat(adas.events("presence").getLast().get("online").getBooleanValue()).isFalse();
        chat.edge("block", bob, ada, false);

        int before = adas.events("presence").size();
        bobs.disconnect("test");
        await().until(() -> adas.events("presence").size() > before);
        assertThat(adas.events("presence").getLast().get("online").getBooleanValue()).isFalse();
    }

    @Test
    void everyoneInARoomIsListedOnce() {
        FakeSocket adas = chat.get(0).connect(ada);
        chat.get(0).send(adas, "join_room", EventArguments.of(room));
        FakeSocket bobs = chat.get(1).connect(bob);
        chat.get(1).send(bobs, "join_room", EventArguments.of(room));
        assertThat(bobs.events("room_users").getFirst().get("users").size()).isEqualTo(2);
        await().until(() -> adas.events("user_joined").size() == 1);
        assertThat(adas.events("user_joined").getFirst().get("userId").getStringValue())
                .isEqualTo(bob.id().toString());
        assertThat(
                        chat.get(0)
                                .get(ada, "/api/v1/conversations/" + room.text() + "/users")
                                .json()
                                .get("users")
                                .size())
                .isEqualTo(2);

        chat.get(0).send(adas, "typing", EventArguments.typing(room));
        chat.get(0).send(adas, "typing", EventArguments.typing(room));
        await().until(() -> bobs.events("user_typing").size() == 1);
        assertThat(adas.events("user_typing")).isEmpty();

        chat.get(1).send(bobs, "leave_room", EventArguments.of(room));
        await().until(() -> adas.events("user_left").size() == 1);
    }

    @Test
    void callsAreRelayedToTheOtherMemberAlone() {
        FakeSocket adas = chat.get(0).connect(ada);
        FakeSocket bobs = chat.get(1).connect(bob);
        Object offer = EventArguments.offer(bob.id());
        assertThatThrownBy(() -> chat.get(0).send(adas, "call:offer", offer))
                .isInstanceOf(ProblemException.class);
        chat.befriend(ada, bob);
        chat.get(0).send(adas, "call:offer", offer);
        await().until(() -> bobs.events("call:offer").size() == 1);
        assertThat(bobs.events("call:offer").getFirst().get("fromUserId").getStringValue())
                .isEqualTo(ada.id().toString());
    }

    @Test
    void aClientIsInAtMostFiftyRooms() {
        FakeSocket adas = chat.get(0).connect(ada);
        for (int i = 0; i < 50; i++) {
            chat.get(0).send(adas, "join_room", EventArguments.of(new RoomId(room.text() + i)));
        }
        assertThatThrownBy(() -> chat.get(0).send(adas, "join_room", EventArguments.of(room)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("50 rooms");
        chat.get(0).send(adas, "join_room", EventArguments.of(new RoomId(room.text() + 7)));
    }
}
