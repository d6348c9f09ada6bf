package dev.socialhub.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.contracts.account.PublishedAccount;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** auth and its clients are not replaced at the same moment. */
class GoldenAccountTest {

    private static final PublishedAccount ADA =
            new PublishedAccount(
                    UUID.fromString("01920000-0000-7000-8000-0000000000aa"),
                    "ada",
                    "Ada Lovelace",
                    Instant.parse("2026-01-02T03:04:05.678901Z"),
                    1);

    private final JsonMapper json = JsonMapper.createDefault();

    @Test
    void writesWhatTheGoldenFileHolds() throws IOException {
        assertThat(json.readValue(json.writeValueAsBytes(ADA), JsonNode.class))
                .isEqualTo(json.readValue(golden(), JsonNode.class));
    }

    @Test
    void readsTheGoldenFile() throws IOException {
        assertThat(json.readValue(golden(), PublishedAccount.class)).isEqualTo(ADA);
    }

    @Test
    void toleratesFieldsOfANewerAuth() throws IOException {
        String newer =
                new String(golden(), StandardCharsets.UTF_8)
                        .replace("\"version\"", "\"locale\":\"en\",\"version\"");

        assertThat(json.readValue(newer, PublishedAccount.class)).isEqualTo(ADA);
    }

    private static byte[] golden() throws IOException {
        try (InputStream in = GoldenAccountTest.class.getResourceAsStream("/golden/account.json")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }
}
