package dev.socialhub.gateway.testkit;

import dev.socialhub.gateway.GatewaySettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Settings for tests that need no running gateway. */
public final class TestSettings {

    private TestSettings() {}

    public static GatewaySettings trusting(String... proxies) {
        return with("", "", List.of(proxies));
    }

    public static GatewaySettings following(String upstreamsFile) {
        return with(upstreamsFile, "", List.of());
    }

    public static GatewaySettings showing(String demoLoginsFile) {
        return with("", demoLoginsFile, List.of());
    }

    private static GatewaySettings with(
            String upstreamsFile, String demoLoginsFile, List<String> proxies) {
        return new GatewaySettings(
                Map.of(),
                upstreamsFile,
                demoLoginsFile,
                List.of("http://localhost:5173"),
                proxies,
                List.of("127.0.0.0/8", "::1"),
                new GatewaySettings.Client(
                        8192, 16_384, Duration.ofSeconds(75), Duration.ofSeconds(5)),
                new GatewaySettings.Upstream(
                        2,
                        2,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30),
                        65_536),
                new GatewaySettings.Overload(
                        100, 10, Duration.ofSeconds(2), Duration.ofSeconds(30)),
                new GatewaySettings.Health(Duration.ofSeconds(2), Duration.ofMillis(500)),
                new GatewaySettings.Streams(
                        4,
                        2,
                        4,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(75),
                        Duration.ofHours(24),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(6)));
    }
}
