package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of sample users: stored once, in their order, with their times and without an event. */
class SeedIT {

    private static final String PATH = "/internal/ops/seed/messages";
    private static final String OUTBOX_SEQUENCE =
            "select last_value::text || is_called::text from outbox_seq_seq";

    private static RunningChat chat;

    @BeforeAll
    static void start() {
        chat = RunningChat.start(Map.of("socialhub.ops.enabled", true));
    }

    @AfterAll
    static void stop() {
        chat.close();
    }

    private static Answer seed(String... rows) {
        return send(chat.service.bean(ServiceTokens.class).issue(), rows);
    }

    private static Answer send(@Nullable String token, String... rows) {
        var request =
                chat.service
                        .request(PATH)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"messages\":[" + String.join(",", rows) + "]}"));
        return chat.service.send(
                null, token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private static String row(UUID sender, String target, int number) {
        return """
        {"senderId":"%s","senderUsername":"ada","tempId":"t%d","text":"message %d",\
        "createdAtMillis":%d,%s}\
        """
                .formatted(sender, number, number, 1_759_276_800_000L + number, target);
    }

    private static String to(UUID receiver) {
        return "\"receiverId\":\"" + receiver + "\"";
    }

    @Test
    void storesConversationsOnceWithoutAnEvent() {
        Person ada = chat.newUser();
        Person bob = chat.newUser();
        String[] rows = {
            row(ada.id(), to(bob.id()), 1),
            row(bob.id(), to(ada.id()), 2),
            row(ada.id(), to(bob.id()), 3),
            row(ada.id(), "\"room\":\"tea\"", 4)
        };
        var before = chat.service.database.query(OUTBOX_SEQUENCE);
        assertThat(seed(rows).text()).isEqualTo("{\"added\":4,\"leftOut\":0}");
        assertThat(seed(rows).text()).isEqualTo("{\"added\":0,\"leftOut\":0}");
        assertThat(chat.service.database.query(OUTBOX_SEQUENCE)).isEqualTo(before);

        Answer room = chat.service.get(bob, "/api/v1/conversations/tea/messages");
        assertThat(room.at("messages.0.message")).isEqualTo("message 4");
        assertThat(room.at("messages.0.createdAt")).isEqualTo("2025-10-01T00:00:00.004Z");
        Answer list = chat.service.get(bob, "/api/v1/conversations");
        assertThat(list.at("items.0.lastMessage.seq")).as(list.text()).isEqualTo("3");
        assertThat(list.at("items.0.unread")).isEqualTo("1");
    }

    @Test
    void leavesOutMessagesOfDeletedUsers() {
        Person gone = chat.newUser();
        chat.service.database.query(
                "insert into deleted_user (user_id, deleted_at) values ('"
                        + gone.id()
                        + "', now())");
        assertThat(seed(row(gone.id(), "\"room\":\"left\"", 1)).text())
                .isEqualTo("{\"added\":0,\"leftOut\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "room":"tea","receiverId":"019c0000-0000-7000-8000-00000000abcd" | not both
                    "room":null                                                      | is required
                    "room":"dm_x"                                                    | room
                    "room":"a b"                                                     | room
                    "receiverId":"019c0000-0000-7000-8000-000000000001"              | the sender
                    "receiverId":"bob"                                               | UUID
                    """)
    void refusesAWrongConversation(String target, String expected) {
        Answer refused =
                seed(row(UUID.fromString("019c0000-0000-7000-8000-000000000001"), target, 1));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains(expected);
    }

    @Test
    void isForOperatorsAlone() {
        Person user = chat.newUser();
        String row = row(user.id(), "\"room\":\"never\"", 1);
        assertThat(send(null, row).status()).isEqualTo(401);
        assertThat(send(user.token(), row).status()).isEqualTo(403);
    }
}
