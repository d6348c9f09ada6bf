package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.chat.socket.FakeSocket;
import dev.socialhub.contracts.chat.MessageSent;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages to users without a client, and of users without an account. */
class AbsentAndDeletedIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String LIST = "/api/v1/conversations";

    private ChatInstances chat;
    private Person ada;
    private Person bob;

    @BeforeEach
    void start() throws Exception {
        chat = new ChatInstances(1);
        ada = chat.user("ada");
        bob = chat.user("bob");
        chat.befriend(ada, bob);
    }

    @AfterEach
    void stop() {
        chat.close();
    }

    private String open() {
        return chat.get(0).post(ada, LIST, "{\"userId\":\"" + bob.id() + "\"}").at("id");
    }

    private String send(String conversation, String tempId) {
        Answer sent =
                chat.get(0)
                        .post(
                                ada,
                                LIST + "/" + conversation + "/messages",
                                "{\"text\":\"secret\",\"tempId\":\"" + tempId + "\"}");
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        return sent.at("id");
    }

    @Test
    void anAbsentUserIsAnnouncedOnce() {
        String conversation = open();
        try (Bus bus = new Bus()) {
            String first = send(conversation, "t1");
            assertThat(send(conversation, "t1")).isEqualTo(first);
            FakeSocket phone = chat.get(0).connect(bob);
            String second = send(conversation, "t2");
            phone.disconnect("test");
            String third = send(conversation, "t3");
            await().atMost(SOON).until(() -> !bus.about(Topic.CHAT, third).isEmpty());
            List<EventData> announced = bus.about(Topic.CHAT, first);
            assertThat(announced)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            MessageSent.class,
                            one -> {
                                assertThat(one.recipientId()).isEqualTo(bob.id());
                                assertThat(one.senderUsername()).isEqualTo("ada");
                                assertThat(one.version()).isEqualTo(1);
                            });
            assertThat(bus.about(Topic.CHAT, second)).isEmpty();
        }
        assertThat(chat.database.query("select message_key from message_intent")).isEmpty();
    }

    @Test
    void aDeletedUsersMessagesLeaveTheirNumbers() {
        String conversation = open();
        String room = "room-" + UUID.randomUUID();
        send(conversation, "t1");
        send(room, "t1");
        chat.auth.delete(ada);
        try (Bus bus = new Bus()) {
            bus.send(new UserDeleted(ada.id(), Instant.now(), 2));
        }
        await().atMost(SOON)
                .until(() ->
                        !chat.database
                                .query(
                                        "select user_id from deleted_user"
                                                + " where erased_at is not null and user_id = '"
                                                + ada.id()
                                                + "'")
                                .isEmpty());
        for (String id : List.of(conversation, room)) {
            Json messages =
                    chat.get(0).get(bob, LIST + "/" + id + "/messages").json().get("messages");
            assertThat(messages.size()).isEqualTo(1);
            Json message = messages.get(0);
            assertThat(message.get("seq").getLongValue()).isEqualTo(1);
            assertThat(message.get("message").isNull()).isTrue();
            assertThat(message.get("userId").isNull()).isTrue();
            assertThat(message.toString()).doesNotContain("secret").doesNotContain("ada");
        }
        assertThat(
                        chat.get(0)
                                .post(ada, LIST + "/" + room + "/messages", "{\"text\":\"late\"}")
                                .status())
                .isEqualTo(401);
    }
}
