package dev.socialhub.shared.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionConfigurationTest {

    @Test
    void hasDefaults() {
        try (ApplicationContext context = run(Map.of())) {
            assertThat(context.getBean(AdmissionConfiguration.class))
                    .isEqualTo(
                            new AdmissionConfiguration(
                                    false, 4, 64, 2, Duration.ofMillis(100), 64));
        }
    }

    @Test
    void readsEverySetting() {
        Map<String, Object> settings =
                Map.of(
                        "socialhub.admission.enabled", true,
                        "socialhub.admission.min-limit", 1,
                        "socialhub.admission.max-limit", 2,
                        "socialhub.admission.reserved-connections", 3,
                        "socialhub.admission.queue-time", "4ms",
                        "socialhub.admission.long-limit", 5);
        try (ApplicationContext context = run(settings)) {
            assertThat(context.getBean(AdmissionConfiguration.class))
                    .isEqualTo(new AdmissionConfiguration(true, 1, 2, 3, Duration.ofMillis(4), 5));
        }
    }

    @ParameterizedTest
    @CsvSource({"min-limit, 0", "max-limit, 0", "long-limit, 0", "reserved-connections, -1"})
    void refusesWhatCanNotWork(String key, int value) {
        try (ApplicationContext context = run(Map.of("socialhub.admission." + key, value))) {
            assertThatThrownBy(() -> context.getBean(AdmissionConfiguration.class))
                    .hasStackTraceContaining("must be greater than");
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 8", "0, 64", "100, 64", "3, 1", "2, 1", "1, 1"})
    void leavesConnectionsOfThePoolToOthers(int poolSize, int shortRequests) {
        AdmissionConfiguration defaults =
                new AdmissionConfiguration(true, 4, 64, 2, Duration.ofMillis(100), 64);

        assertThat(defaults.shortLimit(poolSize)).isEqualTo(shortRequests);
    }

    private static ApplicationContext run(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("socialhub.identity.auth-urls", "http://127.0.0.1:1");
        return ApplicationContext.run(all);
    }
}
