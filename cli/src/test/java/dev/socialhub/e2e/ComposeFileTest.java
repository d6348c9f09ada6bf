package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import dev.socialhub.manifest.SharedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No container engine is available here, so the compose file is compared with what the services
 * declare.
 */
class ComposeFileTest {

    /** {@code ${NAME}} has no default and must be supplied, {@code ${NAME:default}} may be. */
    private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:?)");

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final JsonNode compose = read(ROOT.resolve("docker-compose.yml"));

    @ParameterizedTest
    @MethodSource("dev.socialhub.e2e.ServiceNames#all")
    void suppliesEverySettingWithoutDefaultAndNoneThatIsUnknown(String service) throws IOException {
        Set<String> known = new HashSet<>();
        Set<String> required = new HashSet<>();
        for (String settings : settingsOf(service)) {
            SETTING.matcher(settings)
                    .results()
                    .forEach(match -> {
                        known.add(match.group(1));
                        if (match.group(2).isEmpty()) {
                            required.add(match.group(1));
                        }
                    });
            PlatformManifest.packaged().behindGateway().stream()
                    .filter(other ->
                            settings.contains("${" + SharedSettings.ADDRESSES + other.name() + "}"))
                    .forEach(other -> known.add(other.urlVariable()));
        }
        if (PlatformManifest.packaged().gateway().name().equals(service)) {
            PlatformManifest.packaged()
                    .behindGateway()
                    .forEach(other -> known.add(other.urlVariable()));
        }
        Set<String> supplied = new HashSet<>();
        environment(service).fieldNames().forEachRemaining(supplied::add);
        assertThat(known).as("settings of %s", service).containsAll(supplied);
        assertThat(supplied).as("environment of %s", service).containsAll(required);
    }

    @Test
    void holdsNoSecret() {
        for (JsonNode service : compose.get("services")) {
            service.path("environment")
                    .properties()
                    .forEach(entry -> {
                        if (entry.getKey().matches(".*(PASSWORD|_KEY)")) {
                            // Required, or empty where the operator has none.
                            assertThat(entry.getValue().asText()).matches("\\$\\{\\w+:(\\?.*|-)}");
                        }
                    });
        }
    }

    @Test
    void limitsAndWatchesEveryContainer() {
        compose.get("services")
                .properties()
                .forEach(service -> {
                    JsonNode own = service.getValue();
                    // The reader doesn't merge the settings that a service shares with others.
                    JsonNode common = own.has("<<") ? compose.get("x-service") : own;
                    assertThat(own.has("mem_limit") || common.has("mem_limit"))
                            .as("memory of %s", service.getKey())
                            .isTrue();
                    assertThat(own.has("healthcheck") || common.has("healthcheck"))
                            .as("health of %s", service.getKey())
                            .isTrue();
                });
    }

    @Test
    void waitsOnlyForWhatItStarts() {
        compose.get("services")
                .properties()
                .forEach(service ->
                        service.getValue()
                                .path("depends_on")
                                .fieldNames()
                                .forEachRemaining(other ->
                                        assertThat(compose.get("services").has(other))
                                                .as("%s waits for %s", service.getKey(), other)
                                                .isTrue()));
    }

    @Test
    void callsServicesByTheirNamesAndPorts() {
        Pattern url = Pattern.compile("https?://([a-z]+):(\\d+)");
        for (JsonNode service : compose.get("services")) {
            service.path("environment")
                    .properties()
                    .forEach(entry -> {
                        if (entry.getKey().endsWith("_URL")) {
                            url.matcher(entry.getValue().asText())
                                    .results()
                                    .forEach(match ->
                                            assertThat(
                                                            environment(match.group(1))
                                                                    .path("PORT")
                                                                    .asText())
                                                    .as(entry.toString())
                                                    .isEqualTo(match.group(2)));
                        }
                    });
        }
    }

    @Test
    void bringsGrafanaWithPrometheusAndTheDashboards() {
        String provisioning = "observability/grafana/provisioning";
        JsonNode source =
                read(ROOT.resolve(provisioning + "/datasources/prometheus.yml"))
                        .at("/datasources/0");
        assertThat(source.get("url").asText()).isEqualTo("http://prometheus:9090");
        assertThat(compose.at("/services/prometheus/ports/0").asText()).endsWith(":9090");
        String folder =
                read(ROOT.resolve(provisioning + "/dashboards/socialhub.yml"))
                        .at("/providers/0/options/path")
                        .asText();
        Set<String> mounts = new HashSet<>();
        compose.at("/services/grafana/volumes").forEach(mount -> mounts.add(mount.asText()));
        assertThat(mounts)
                .contains("./" + provisioning + ":/etc/grafana/provisioning:ro")
                .contains("./observability/grafana/dashboards:" + folder + ":ro");
    }

    /** A service's own settings, and the common ones. */
    private static List<String> settingsOf(String service) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(ROOT.resolve("services/" + service + "/src/main/resources/application.yml"));
        ServiceEntry entry = PlatformManifest.packaged().service(service).orElseThrow();
        for (String name : SharedSettings.filesOf(entry)) {
            for (String module : List.of("shared", "messaging")) {
                files.add(ROOT.resolve("services/" + module + "/src/main/resources/" + name));
            }
        }
        List<String> settings = new ArrayList<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                settings.add(Files.readString(file));
            }
        }
        return settings;
    }

    private JsonNode environment(String service) {
        return compose.at("/services/" + service + "/environment");
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
