package dev.socialhub.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem document that blames the right side. */
class BadInputIT {

    private static RunningNotifications service;
    private final UUID ada = UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        service = new RunningNotifications(RunningNotifications.newDatabase());
        Awaitility.await()
                .until(() -> service.send("GET", "/health/readiness").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=99999999999999999999",
                "limit=ten",
                "limit=%00",
                "cursor=nonsense",
                "cursor=%00",
                "cursor=AAAAAAAAAAA",
                "cursor=%F0%9F%91%8B",
                "unread=1",
                "unread=",
                "markRead=yes"
            })
    void refusesQueriesThatAreNone(String query) {
        assertProblem(service.sendAs(ada, "GET", "/api/v1/notifications?" + query), 422);
    }

    @Test
    void refusesAddressesThatAreNotUtf8() {
        assertProblem(service.sendAs(ada, "GET", "/api/v1/notifications?cursor=%FF%FE"), 400);
        assertProblem(service.sendAs(ada, "PUT", "/api/v1/notifications/%c0%af/read"), 400);
    }

    @Test
    void refusesEndlessCursors() {
        String endless = "A".repeat(3_000);
        assertProblem(service.sendAs(ada, "GET", "/api/v1/notifications?cursor=" + endless), 422);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/notifications/nonsense/read, 404",
        "PUT, /api/v1/notifications/%00/read, 404",
        "PUT, /api/v1/notifications/%F0%9F%91%8B/read, 404",
        "PUT, /api/v1/notifications/01920000-0000-7000-8000-0000000000aa:1/read, 404",
        "GET, /api/v1/notifications/nonsense, 404",
        "DELETE, /api/v1/notifications, 405",
        "POST, /api/v1/notifications/read-all, 405",
        "GET, /internal/anything, 404"
    })
    void answersUnknownAddressesWithAProblem(String method, String path, int status) {
        assertProblem(service.sendAs(ada, method, path), status);
    }

    @Test
    void findsNothingUnderOnesOwnNumbersThatDoNotExist() {
        for (String seq :
                new String[] {"1", "0", "-1", "999999999999999999", "9223372036854775807"}) {
            assertProblem(
                    service.sendAs(
                            ada, "PUT", "/api/v1/notifications/" + ada + ":" + seq + "/read"),
                    404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/notifications",
        "GET, /api/v1/notifications/unread-count",
        "PUT, /api/v1/notifications/read-all",
        "PUT, /api/v1/notifications/x/read"
    })
    void asksForAToken(String method, String path) {
        HttpResponse<String> without =
                service.send(method, path, "x-user-payload", "{\"id\":\"" + ada + "\"}");
        assertProblem(without, 401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).isPresent();
        assertProblem(service.send(method, path, "Authorization", "Bearer nonsense"), 401);
        String good = service.token(ada);
        String forged = good.substring(0, good.lastIndexOf('.') + 1) + "A".repeat(342);
        assertProblem(service.send(method, path, "Authorization", "Bearer " + forged), 401);
    }

    @Test
    void showsItsBannerWithoutAToken() {
        assertThat(service.send("GET", "/").body()).contains("\"service\":\"notifications\"");
        assertThat(service.send("GET", "/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(service.send("GET", "/prometheus").body())
                .contains("notifications_appended_total");
        assertThat(service.send("GET", "/swagger/socialhub-notifications-v1.yml").body())
                .contains("/api/v1/notifications/unread-count");
    }

    private static void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.body()).contains("\"status\":" + status).doesNotContain("xception");
    }
}
