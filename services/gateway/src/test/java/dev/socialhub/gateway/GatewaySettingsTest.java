package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GatewaySettingsTest {

    @Test
    void hasDefaultsThatWorkOnOneMachine() {
        GatewaySettings settings = read(Map.of());

        assertThat(settings.backends())
                .isEqualTo(
                        PlatformManifest.packaged().behindGateway().stream()
                                .collect(
                                        Collectors.toMap(
                                                ServiceEntry::name, ServiceEntry::usualUrl)))
                .containsEntry("posts", "http://127.0.0.1:5001");
        assertThat(settings.upstreamsFile()).isEmpty();
        assertThat(settings.demoLoginsFile()).isEmpty();
        assertThat(settings.corsOrigins()).containsExactly("http://localhost:5173");
        assertThat(settings.trustedProxies()).isEmpty();
        assertThat(settings.limitsExemptCidrs()).containsExactly("127.0.0.0/8", "::1");
        assertThat(settings.client())
                .isEqualTo(
                        new GatewaySettings.Client(
                                8192, 16_384, Duration.ofSeconds(75), Duration.ofSeconds(5)));
        assertThat(settings.upstream())
                .isEqualTo(
                        new GatewaySettings.Upstream(
                                512,
                                1024,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(30),
                                65_536));
        assertThat(settings.overload())
                .isEqualTo(
                        new GatewaySettings.Overload(
                                512, 16, Duration.ofSeconds(2), Duration.ofSeconds(30)));
        assertThat(settings.health())
                .isEqualTo(
                        new GatewaySettings.Health(Duration.ofSeconds(2), Duration.ofMillis(500)));
        assertThat(settings.streams())
                .isEqualTo(
                        new GatewaySettings.Streams(
                                10_000,
                                200,
                                4096,
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(75),
                                Duration.ofHours(24),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(6)));
    }

    @Test
    void readsEverySettingFromItsVariable() {
        GatewaySettings settings =
                read(
                        Map.ofEntries(
                                Map.entry("POSTS_URL", "http://p:1,http://p:2"),
                                Map.entry("UPSTREAMS_FILE", "/run/upstreams.json"),
                                Map.entry("DEMO_LOGINS_FILE", "/run/demo-logins.json"),
                                Map.entry("CORS_ORIGINS", "https://a.example,https://b.example"),
                                Map.entry("TRUSTED_PROXIES", "10.0.0.0/8,::1"),
                                Map.entry("LIMITS_EXEMPT_CIDRS", "10.1.0.0/16"),
                                Map.entry("MAX_URI_BYTES", "1000"),
                                Map.entry("MAX_HEADER_BYTES", "2000"),
                                Map.entry("CLIENT_HEAD_TIMEOUT", "1s"),
                                Map.entry("CLIENT_LINGER_TIMEOUT", "2s"),
                                Map.entry("UPSTREAM_MAX_CONNECTIONS", "3"),
                                Map.entry("UPSTREAM_MAX_WAITING", "4"),
                                Map.entry("UPSTREAM_WAIT_TIMEOUT", "5s"),
                                Map.entry("UPSTREAM_CONNECT_TIMEOUT", "6s"),
                                Map.entry("UPSTREAM_READ_TIMEOUT", "7s"),
                                Map.entry("UPSTREAM_IDLE_TIMEOUT", "8s"),
                                Map.entry("UPSTREAM_MAX_REPLAY_BYTES", "9"),
                                Map.entry("UPSTREAM_MAX_IN_FLIGHT", "12"),
                                Map.entry("UPSTREAM_MIN_IN_FLIGHT", "13"),
                                Map.entry("UPSTREAM_OVERLOAD_LATENCY", "14s"),
                                Map.entry("UPSTREAM_ANSWER_TIMEOUT", "15s"),
                                Map.entry("HEALTH_INTERVAL", "10s"),
                                Map.entry("HEALTH_RETRY_INTERVAL", "11s"),
                                Map.entry("STREAMS_MAX_OPEN", "16"),
                                Map.entry("STREAMS_MAX_PER_ADDRESS", "17"),
                                Map.entry("STREAMS_MAX_POLLS", "18"),
                                Map.entry("STREAMS_POLL_TIMEOUT", "19s"),
                                Map.entry("STREAMS_IDLE_TIMEOUT", "20s"),
                                Map.entry("STREAMS_MAX_AGE", "21h"),
                                Map.entry("STREAMS_DRAIN_GRACE", "22s"),
                                Map.entry("STREAMS_DRAIN_SPREAD", "23s")));

        assertThat(settings.backends()).containsEntry("posts", "http://p:1,http://p:2");
        assertThat(settings)
                .isEqualTo(
                        new GatewaySettings(
                                settings.backends(),
                                "/run/upstreams.json",
                                "/run/demo-logins.json",
                                List.of("https://a.example", "https://b.example"),
                                List.of("10.0.0.0/8", "::1"),
                                List.of("10.1.0.0/16"),
                                new GatewaySettings.Client(
                                        1000, 2000, Duration.ofSeconds(1), Duration.ofSeconds(2)),
                                new GatewaySettings.Upstream(
                                        3,
                                        4,
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(6),
                                        Duration.ofSeconds(7),
                                        Duration.ofSeconds(8),
                                        9),
                                new GatewaySettings.Overload(
                                        12, 13, Duration.ofSeconds(14), Duration.ofSeconds(15)),
                                new GatewaySettings.Health(
                                        Duration.ofSeconds(10), Duration.ofSeconds(11)),
                                new GatewaySettings.Streams(
                                        16,
                                        17,
                                        18,
                                        Duration.ofSeconds(19),
                                        Duration.ofSeconds(20),
                                        Duration.ofHours(21),
                                        Duration.ofSeconds(22),
                                        Duration.ofSeconds(23))));
    }

    private static GatewaySettings read(Map<String, Object> variables) {
        try (ApplicationContext context =
                ApplicationContext.builder()
                        .properties(variables)
                        // Not the default address: a server may listen there.
                        .properties(Map.of("socialhub.identity.auth-urls", "http://127.0.0.1:1"))
                        .start()) {
            return context.getBean(GatewaySettings.class);
        }
    }
}
