package dev.socialhub.loadtest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.core.config.GatlingConfiguration;
import org.junit.jupiter.api.Test;

/** What Gatling makes of our settings; by default it would send data to its makers. */
class GatlingSettingsTest {

    private final GatlingConfiguration settings = GatlingConfiguration.load();

    @Test
    void sendNothingToGatlingsMakers() {
        assertThat(settings.data().enableAnalytics()).isFalse();
        assertThat(settings.http().warmUpUrl().isEmpty()).isTrue();
    }

    @Test
    void keepStandardOutputAndTheDiskFree() {
        assertThat(settings.data().dataWriters().isEmpty()).isTrue();
    }

    @Test
    void waitForAnswersAsLongAsTheTimeoutOfAnOperation() {
        assertThat(settings.http().requestTimeout().toMillis())
                .isEqualTo(OperationAttempt.TIMEOUT.toMillis());
    }
}
