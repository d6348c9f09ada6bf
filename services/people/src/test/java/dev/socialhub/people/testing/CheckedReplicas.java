package dev.socialhub.people.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.RunningService;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service that replicates names and all edges, with a users service that tests control, and the
 * operators' checks of its replicas.
 */
public final class CheckedReplicas implements AutoCloseable {

    public final FakeUsers users;
    public final RunningService service;
    public final Bus bus;

    public CheckedReplicas() throws IOException {
        this(Map.of());
    }

    /** With settings beside those that all such services have. */
    public CheckedReplicas(Map<String, Object> settings) throws IOException {
        users = new FakeUsers();
        Map<String, Object> all = new HashMap<>(settings);
        all.put("people.users-urls", users.url());
        all.put("socialhub.ops.enabled", true);
        all.put("socialhub.ops.projection-wait", "2s");
        service = RunningService.start("people", all);
        bus = new Bus();
    }

    /** Removes all users and edges from both services. */
    public void empty() {
        users.away = false;
        users.edges.clear();
        users.profiles.clear();
        service.database.query("truncate edge, author, deleted_user");
    }

    /** Sends the request while the users service is unavailable. */
    public void assertAway(String path) {
        users.away = true;
        Answer answer = ops(path);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.at("detail")).startsWith("users does not return");
    }

    public Totals verify(String projection) {
        return Totals.of(ops(projection + "/verify"));
    }

    /** Requests page after page to the end; returns the sums. */
    public Totals walk(String path, int limit) {
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

    public Answer ops(String path) {
        return send(serviceToken(), path);
    }

    public String serviceToken() {
        return service.bean(ServiceTokens.class).issue();
    }

    public Answer send(@Nullable String token, String path) {
        var request =
                service.request("/internal/ops/projections/" + path).POST(BodyPublishers.noBody());
        return service.send(
                null, token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    public long count(String rows) {
        return Long.parseLong(service.database.query("select count(*) from " + rows).getFirst());
    }

    @Override
    public void close() {
        bus.close();
        service.close();
        users.close();
    }

    /** The figures of a report. */
    public record Totals(int checked, int missing, int behind, int wrong, int surplus) {

        public static Totals of(Answer report) {
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
