package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.RunningService;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The posts service with a users service that tests control, and the operators' checks of the
 * replicas in posts.
 */
final class CheckedCopies implements AutoCloseable {

    final FakeUsers users;
    final RunningService posts;
    final Bus bus;

    CheckedCopies() throws IOException {
        users = new FakeUsers();
        posts =
                RunningService.start(
                        "posts",
                        Map.of(
                                "posts.users-urls",
                                users.url(),
                                "socialhub.ops.enabled",
                                true,
                                "socialhub.ops.projection-patience",
                                "2s"));
        bus = new Bus();
    }

    /** Removes all users and edges from both services. */
    void empty() {
        users.away = false;
        users.edges.clear();
        users.profiles.clear();
        posts.database.query("truncate edge, author, deleted_user");
    }

    /** Sends the request while the users service is unavailable. */
    void assertAway(String path) {
        users.away = true;
        Answer answer = ops(path);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.at("detail")).startsWith("users does not return");
    }

    Totals verify(String projection) {
        return Totals.of(ops(projection + "/verify"));
    }

    /** Requests page after page to the end; returns the sums. */
    Totals walk(String path, int limit) {
        Totals sum = new Totals(0, 0, 0, 0, 0);
        String after = "";
        while (after != null) {
            Answer page = ops(path + "?limit=" + limit + after);
            sum = sum.plus(Totals.of(page));
            after =
                    page.json().get("next").isNull()
                            ? null
                            : "&after="
                                    + URLEncoder.encode(page.at("next"), StandardCharsets.UTF_8);
        }
        return sum;
    }

    Answer ops(String path) {
        return send(serviceToken(), path);
    }

    String serviceToken() {
        return posts.bean(ServiceTokens.class).issue();
    }

    Answer send(@Nullable String token, String path) {
        var request =
                posts.request("/internal/ops/projections/" + path).POST(BodyPublishers.noBody());
        return posts.send(
                null, token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    long count(String rows) {
        return Long.parseLong(posts.database.query("select count(*) from " + rows).getFirst());
    }

    @Override
    public void close() {
        bus.close();
        posts.close();
        users.close();
    }

    /** The figures of a report. */
    record Totals(int checked, int missing, int behind, int wrong, int surplus) {

        static Totals of(Answer report) {
            assertThat(report.status()).as(report.text()).isEqualTo(200);
            return new Totals(
                    Integer.parseInt(report.at("checked")),
                    Integer.parseInt(report.at("missing")),
                    Integer.parseInt(report.at("behind")),
                    Integer.parseInt(report.at("wrong")),
                    Integer.parseInt(report.at("surplus")));
        }

        Totals plus(Totals other) {
            return new Totals(
                    checked + other.checked,
                    missing + other.missing,
                    behind + other.behind,
                    wrong + other.wrong,
                    surplus + other.surplus);
        }
    }
}
