package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.socket.FakeSocket;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.Json;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Direct conversations, over REST and between two instances. */
class DirectIT {

    private static final String LIST = "/api/v1/conversations";

    private static ChatInstances chat;
    private Person ada;
    private Person bob;

    @BeforeAll
    static void start() throws Exception {
        chat = new ChatInstances(2);
    }

    @BeforeEach
    void signUp() {
        ada = chat.user(name("ada"));
        bob = chat.user(name("bob"));
    }

    @AfterAll
    static void stop() {
        chat.close();
    }

    private static String name(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8);
    }

    private Answer open(Person person, Person other) {
        return chat.get(0).post(person, LIST, "{\"userId\":\"" + other.id() + "\"}");
    }

    private Answer send(Person person, String id, String body, String... headers) {
        return chat.get(0).post(person, LIST + "/" + id + "/messages", body, headers);
    }

    private Json messages(Person person, String id) {
        Answer answer = chat.get(1).get(person, LIST + "/" + id + "/messages");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("messages");
    }

    @Test
    void usersThatFollowEachOtherWrite() {
        assertThat(open(ada, bob).status()).isEqualTo(403);
        chat.edge("follow", ada, bob, true);
        assertThat(open(ada, bob).status()).isEqualTo(403);
        chat.edge("follow", bob, ada, true);
        Answer opened = open(ada, bob);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String id = opened.at("id");
        assertThat(open(bob, ada).at("id")).isEqualTo(id);

        FakeSocket bobsPhone = chat.get(1).connect(bob);
        FakeSocket adasPhone = chat.get(1).connect(ada);
        String body = "{\"text\":\"Hello\",\"tempId\":\"t1\"}";
        Answer sent = send(ada, id, body);
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        assertThat(send(ada, id, body).at("id")).isEqualTo(sent.at("id"));
        assertThat(send(ada, id, "{\"text\":\"Hi\"}", "Idempotency-Key", "k1").at("id"))
                .isEqualTo(send(ada, id, "{\"text\":\"Hi\"}", "Idempotency-Key", "k1").at("id"))
                .isEqualTo(id + ":2");
        assertThat(messages(bob, id).size()).isEqualTo(2);

        await().until(() -> bobsPhone.seqs().size() >= 2);
        assertThat(bobsPhone.seqs()).containsExactly(1L, 2L);
        await().until(() -> adasPhone.events("message-delivered").size() >= 2);

        Json listed = chat.get(0).get(bob, LIST).json().get("items").get(0);
        assertThat(listed.get("id").getStringValue()).isEqualTo(id);
        assertThat(listed.at("with.username").getStringValue()).isEqualTo(ada.username());
        assertThat(listed.at("lastMessage.message").getStringValue()).isEqualTo("Hi");
        assertThat(listed.get("unread").getLongValue()).isEqualTo(2);
        Answer read = chat.get(0).put(bob, LIST + "/" + id + "/read", "{\"seq\":99}");
        assertThat(read.json().get("seq").getLongValue()).isEqualTo(2);
        await().until(() -> !adasPhone.events("message_read").isEmpty());
        Json seenByAda = chat.get(0).get(ada, LIST).json().get("items").get(0);
        assertThat(seenByAda.get("readByOther").getLongValue()).isEqualTo(2);
    }

    @Test
    void aBlockClosesTheConversationAndLeavesTheHistory() {
        chat.befriend(ada, bob);
        String id = open(ada, bob).at("id");
        assertThat(send(ada, id, "{\"text\":\"before\"}").status()).isEqualTo(201);
        chat.edge("block", bob, ada, true);

        for (Person one : new Person[] {ada, bob}) {
            assertThat(send(one, id, "{\"text\":\"after\"}").status()).isEqualTo(404);
            assertThat(messages(one, id).size()).isEqualTo(1);
        }
        assertThat(open(ada, bob).text())
                .as("the same as for a user that does not exist")
                .contains("There is no such user.");
        chat.edge("block", bob, ada, false);
        assertThat(send(ada, id, "{\"text\":\"again\"}").status()).isEqualTo(201);
    }

    @Test
    void existsForItsMembersAlone() {
        chat.befriend(ada, bob);
        String id = open(ada, bob).at("id");
        Person eve = chat.user(name("eve"));
        assertThat(chat.get(0).get(eve, LIST + "/" + id + "/messages").status()).isEqualTo(404);
        assertThat(chat.get(0).get(eve, LIST + "/" + id + "/users").status()).isEqualTo(404);
        assertThat(send(eve, id, "{\"text\":\"x\"}").status()).isEqualTo(404);
        assertThat(chat.get(0).put(eve, LIST + "/" + id + "/read", "{\"seq\":1}").status())
                .isEqualTo(404);
        assertThat(chat.get(0).get(eve, LIST + "/dm_x/messages").status()).isEqualTo(404);
        String unknown = DirectId.of(eve.id(), UUID.randomUUID()).text();
        assertThat(send(eve, unknown, "{\"text\":\"x\"}").status()).isEqualTo(404);
        assertThat(open(eve, eve).status()).isEqualTo(422);
    }
}
