package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.CommandOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every panel of every dashboard shows some data of a platform that is used. */
class DashboardsIT {

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyPanelShowsSomething() throws IOException {
        Tool.needed("prometheus");
        CommandOutcome verified = platform.ctl("verify");
        assertThat(verified.exitCode()).as("%s%n%s", verified.out(), verified.err()).isZero();
        Client.Person reader = platform.gateway().signUp();
        Map<String, String> login =
                Map.of("identifier", reader.username(), "password", "SecurePass123!");
        assertThat(platform.gateway().post("/api/v1/auth/login", login).status()).isEqualTo(200);
        assertThat(reader.client().get("/api/v1/posts").status()).isEqualTo(200);

        CommandOutcome outcome = platform.ctl("dashboards", "check", "-o", "json");
        List<String> poor = new ArrayList<>();
        int panels = 0;
        for (JsonNode part : json.readTree(outcome.out()).path("parts")) {
            for (JsonNode check : part.path("checks")) {
                panels++;
                if (!check.path("status").asText().equals("ok")) {
                    poor.add(
                            "%s: %s: %s"
                                    .formatted(
                                            part.path("title").asText(),
                                            check.path("name").asText(),
                                            check.path("found").asText()));
                }
            }
        }
        assertThat(poor).as(outcome.err()).isEmpty();
        assertThat(panels).isGreaterThan(100);
        assertThat(outcome.exitCode()).isZero();
        assertThat(platform.home().resolve("prometheus/prometheus.pid")).doesNotExist();
        assertThat(platform.home().resolve("prometheus/data")).doesNotExist();
    }

    @Test
    void everyAlertDoesAsItsTestsExpect() {
        Tool.needed("promtool");
        CommandOutcome outcome = platform.ctl("alerts", "test");
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
        assertThat(outcome.out()).contains("OutboxAge", "ProjectionStale", "recorded series");
    }
}
