package dev.socialhub.cli.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.dashboards.Dashboard.Panel;
import dev.socialhub.cli.observability.Expression;
import dev.socialhub.cli.observability.Kit;
import dev.socialhub.cli.observability.KitFile;
import dev.socialhub.cli.observability.MeterCatalogue;
import dev.socialhub.cli.observability.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboards as Grafana reads them: for operators at three in the morning. */
class DashboardFilesTest {
    private static final Kit KIT = new Kit(Path.of("..", "observability"));
    private static final int WIDTH = 24;
    private static final int MAX_PANELS = 10;

    static Stream<Path> files() {
        return KIT.dashboards().stream();
    }

    @Test
    void eachHasItsOwnStableUid() {
        assertThat(Dashboard.read(KIT.dashboards()))
                .extracting(Dashboard::uid)
                .doesNotHaveDuplicates()
                .contains("socialhub-overview", "socialhub-gateway", "socialhub-bus")
                .allMatch(uid -> uid.matches("socialhub-[a-z]+"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasFewPanelsWithDescriptions(Path file) {
        JsonNode dashboard = KitFile.read(file);
        assertThat(dashboard.path("panels").size()).isBetween(6, MAX_PANELS);
        assertThat(dashboard.at("/time/from").asText()).startsWith("now-");
        for (JsonNode panel : dashboard.path("panels")) {
            String title = panel.path("title").asText();
            assertThat(title).isNotBlank();
            assertThat(panel.path("description").asText()).as(title).endsWith(".");
            assertThat(panel.at("/fieldConfig/defaults/unit").asText()).as(title).isNotBlank();
            assertThat(panel.at("/datasource/uid").asText()).as(title).isEqualTo("prometheus");
            assertThat(panel.path("targets")).as(title).isNotEmpty();
            for (JsonNode link : panel.path("links")) {
                String url = link.path("url").asText();
                assertThat(url).as(title).startsWith("/public/runbooks/");
                assertThat(KIT.runbook(url.substring("/public/runbooks/".length()))).exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noPanelCoversAnother(Path file) {
        Set<String> taken = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : KitFile.read(file).path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            JsonNode place = panel.path("gridPos");
            int right = place.path("x").asInt() + place.path("w").asInt();
            assertThat(right).isLessThanOrEqualTo(WIDTH);
            for (int x = place.path("x").asInt(); x < right; x++) {
                int bottom = place.path("y").asInt() + place.path("h").asInt();
                for (int y = place.path("y").asInt(); y < bottom; y++) {
                    assertThat(taken.add(x + "," + y)).as("%s at %d,%d", panel, x, y).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void queriesOnlyMetersOfTheCatalogue(Path file) {
        MeterCatalogue catalogue = MeterCatalogue.read(KIT.meters(), Rule.read(KIT.rules()));
        Dashboard dashboard = Dashboard.read(file);
        for (Panel panel : dashboard.panels()) {
            for (String query : panel.queries()) {
                Expression filled =
                        new Expression(GrafanaVariables.of(query, dashboard.variables()));
                assertThat(catalogue.unknown(filled)).as(panel.title()).isEmpty();
                assertThat(filled.metrics()).as(panel.title()).isNotEmpty();
            }
        }
        for (JsonNode variable : KitFile.read(file).at("/templating/list")) {
            String values = variable.at("/query/query").asText();
            String metric = values.replaceAll("label_values\\((\\w+), *\\w+\\)", "$1");
            assertThat(catalogue.series()).contains(metric);
        }
    }

    @Test
    void rulesUseOnlyMetersOfTheCatalogue() {
        List<Rule> rules = Rule.read(KIT.rules());
        MeterCatalogue catalogue = MeterCatalogue.read(KIT.meters(), rules);
        assertThat(rules)
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(catalogue.unknown(rule.expression())).as(rule.name()).isEmpty());
    }

    @Test
    void dashboardsNameTheProvisionedDataSource() {
        JsonNode sources =
                KitFile.read(
                        KIT.folder().resolve("grafana/provisioning/datasources/prometheus.yml"));
        assertThat(sources.at("/datasources/0/uid").asText()).isEqualTo("prometheus");
        assertThat(Files.exists(KIT.folder().resolve("grafana/provisioning/dashboards"))).isTrue();
    }

    @Test
    void variablesMatchEverythingByDefault() {
        Dashboard service = Dashboard.read(KIT.folder().resolve("grafana/dashboards/service.json"));
        assertThat(service.variables()).isEqualTo(Map.of("service", ".*"));
    }
}
