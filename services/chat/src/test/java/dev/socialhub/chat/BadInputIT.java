package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.FakeAuth.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client should send are answered 4xx. */
class BadInputIT {

    private static final String MESSAGES = "/api/v1/conversations/room-1/messages";

    private static ChatInstances chat;
    private static Person ada;

    @BeforeAll
    static void start() throws Exception {
        chat = new ChatInstances(1);
        ada = chat.user("ada");
    }

    @AfterAll
    static void stop() {
        chat.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\"\"}",
                "{\"text\":\" \\n\\u200b \"}",
                "{\"text\":\"a\\u0000b\"}",
                "{\"text\":\"a\",\"message\":\"b\"}",
                "{\"text\":\"a\",\"tempId\":\"\"}",
                "{\"text\":null}"
            })
    void refusesMessagesWithoutAText(String body) {
        assertThat(chat.get(0).post(ada, MESSAGES, body).status()).isEqualTo(422);
    }

    @Test
    void countsCodePoints() {
        String most = "\uD83D\uDE00".repeat(5_000);
        assertThat(chat.get(0).post(ada, MESSAGES, "{\"text\":\"" + most + "\"}").status())
                .isEqualTo(201);
        assertThat(chat.get(0).post(ada, MESSAGES, "{\"text\":\"" + most + "x\"}").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0,422",
        "?limit=101,422",
        "?before=0,422",
        "?after=-1,422",
        "?before=2&after=1,422",
        "?before=9007199254740992,200",
        "?after=x,422",
        "?after=9223372036854775806,422"
    })
    void checksThePage(String query, int status) {
        assertThat(chat.get(0).get(ada, MESSAGES + query).status()).as(query).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dm_", "dm_room", "a%20b", "%00", "a%2Fb"})
    void unknownIdsDoNotExist(String id) {
        assertThat(chat.get(0).get(ada, "/api/v1/conversations/" + id + "/messages").status())
                .isBetween(400, 404);
    }

    @Test
    void readingARoomIsNotMarked() {
        assertThat(
                        chat.get(0)
                                .put(ada, "/api/v1/conversations/room-1/read", "{\"seq\":1}")
                                .status())
                .isEqualTo(422);
    }
}
