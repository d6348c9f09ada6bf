package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.socialhub.contracts.event.ConsumerGroup;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import dev.socialhub.manifest.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that can't read {@code services/platform.yml} name the same services. */
class ManifestTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String COMPOSE = "docker-compose.yml";
    private static final String SCRAPED = "observability/prometheus/prometheus.yml";
    private static final String RULES = "observability/prometheus/rules/processes.yml";

    private final JsonNode compose = read(COMPOSE).get("services");

    static List<ServiceEntry> services() {
        return PlatformManifest.packaged().services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void isAContainerWithItsPortStoresAndSecrets(ServiceEntry service) {
        JsonNode block = compose.path(service.name());
        assertThat(block.isMissingNode())
                .as("%s: add a block '%s' like that of posts", COMPOSE, service.name())
                .isFalse();
        assertThat(block.at("/build/args/PROGRAM").asText())
                .as("%s: %s: PROGRAM in the build's args", COMPOSE, service.name())
                .isEqualTo(service.name());
        JsonNode environment = block.path("environment");
        assertThat(environment.path("PORT").asInt())
                .as("%s: %s: environment: PORT", COMPOSE, service.name())
                .isEqualTo(service.port());
        service.management()
                .ifPresent(port ->
                        assertThat(environment.path("MANAGEMENT_PORT").asInt()).isEqualTo(port));
        for (Store store : service.stores()) {
            requireVariable(service, variable(store), store.label());
            assertThat(block.path("depends_on").has(store.label()))
                    .as("%s: %s: add %s to depends_on", COMPOSE, service.name(), store.label())
                    .isTrue();
        }
        service.secrets().forEach(secret -> requireVariable(service, secret, "platform.yml"));
        if (service.hasDatabase()) {
            assertThat(compose.at("/postgres/environment").has(service.databasePassword()))
                    .as(
                            "%s: postgres: add %s to its environment, so that the database is made",
                            COMPOSE, service.databasePassword())
                    .isTrue();
        }
    }

    @Test
    void theGatewayReachesEveryService() {
        ServiceEntry gateway = PlatformManifest.packaged().gateway();
        for (ServiceEntry service : PlatformManifest.packaged().behindGateway()) {
            requireVariable(
                    gateway,
                    service.urlVariable(),
                    "http://%s:%d".formatted(service.name(), service.port()));
        }
    }

    @Test
    void noOtherProgramIsAContainer() {
        compose.properties()
                .forEach(block -> {
                    if (block.getValue().at("/build/args/PROGRAM").isTextual()) {
                        assertThat(ServiceNames.all())
                                .as(
                                        "%s: remove the block, or add it to services/platform.yml",
                                        COMPOSE)
                                .contains(block.getKey());
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("services")
    void isScraped(ServiceEntry service) throws IOException {
        Set<String> targets = new HashSet<>();
        read(SCRAPED)
                .get("scrape_configs")
                .findValues("targets")
                .forEach(list -> list.forEach(target -> targets.add(target.asText())));
        String target = service.name() + ":" + service.management().orElse(service.port());
        assertThat(targets)
                .as("%s: add the target %s to the job 'services'", SCRAPED, target)
                .contains(target);
        String absent = "absent(up{service=\"%s\"})".formatted(service.name());
        assertThat(Files.readString(ROOT.resolve(RULES)))
                .as(
                        "%s: add 'or %s' to ServiceNotScraped, and its series to both tests of it"
                                + " in ../tests/processes.yml",
                        RULES, absent)
                .contains(absent);
    }

    @ParameterizedTest
    @MethodSource("services")
    void declaresItsConsumerGroups(ServiceEntry service) {
        List<String> declared =
                Arrays.stream(ConsumerGroup.values())
                        .filter(group -> group.service().equals(service.name()))
                        .map(ConsumerGroup::groupName)
                        .toList();
        assertThat(service.groups())
                .as(
                        "services/platform.yml: %s: groups must be those of ConsumerGroup",
                        service.name())
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    private void requireVariable(ServiceEntry service, String variable, String reason) {
        assertThat(compose.at("/" + service.name() + "/environment").has(variable))
                .as(
                        "%s: %s: add %s to its environment (%s)",
                        COMPOSE, service.name(), variable, reason)
                .isTrue();
    }

    private static String variable(Store store) {
        return switch (store) {
            case POSTGRES -> "DATABASE_URL";
            case REDIS -> "REDIS_URL";
            case KAFKA -> "KAFKA_BROKERS";
            case MONGODB -> "MONGODB_URL";
        };
    }

    private static JsonNode read(String file) {
        try {
            return new YAMLMapper().readTree(ROOT.resolve(file).toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
