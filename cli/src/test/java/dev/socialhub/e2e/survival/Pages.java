package dev.socialhub.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.e2e.Client;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads lists to their end. */
final class Pages {

    private Pages() {}

    /** All items of this path, which has no query yet. */
    static List<JsonNode> all(Client client, String path) {
        List<JsonNode> items = new ArrayList<>();
        String query = "?limit=100";
        while (true) {
            Client.Answer answer = client.get(path + query);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            JsonNode page = answer.json();
            page.get("items").forEach(items::add);
            JsonNode next = page.get("nextCursor");
            if (next == null || next.isNull()) {
                return items;
            }
            query = "?limit=100&cursor=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8);
        }
    }
}
