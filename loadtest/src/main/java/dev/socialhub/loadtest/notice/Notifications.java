package dev.socialhub.loadtest.notice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.platform.ApiAnswer;
import dev.socialhub.loadtest.users.TestUser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Users' notifications, as the platform shows them. */
public final class Notifications {

    private static final int MAX_PAGE = 100;

    private final Api gateway;

    public Notifications(Api gateway) {
        this.gateway = gateway;
    }

    /** Whether one of a user's newest notifications is about a post. */
    boolean include(TestUser user, String post, int newest) throws IOException {
        return countByPost(page(user, newest, "")).containsKey(post);
    }

    /** How often a user was notified of each post. */
    public Map<String, Integer> ofPosts(TestUser user) throws IOException {
        Map<String, Integer> all = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = page(user, MAX_PAGE, cursor);
            countByPost(page).forEach((post, times) -> all.merge(post, times, Integer::sum));
            cursor = page.path("nextCursor").asText("");
            if (page.path("nextCursor").isNull()) {
                cursor = "";
            }
        } while (!cursor.isEmpty());
        return all;
    }

    private static Map<String, Integer> countByPost(JsonNode page) {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode item : page.path("items")) {
            if (item.at("/entity/type").asText().equals("post")) {
                counts.merge(item.at("/entity/id").asText(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private JsonNode page(TestUser user, int limit, String cursor) throws IOException {
        String path = "/api/v1/notifications?limit=" + limit;
        ApiAnswer answer =
                gateway.sendUntilServed(
                        "GET",
                        cursor.isEmpty() ? path : path + "&cursor=" + cursor,
                        user.token(),
                        null);
        if (answer.status() != 200) {
            throw new IOException("notifications were answered " + answer.status());
        }
        return answer.json();
    }
}
