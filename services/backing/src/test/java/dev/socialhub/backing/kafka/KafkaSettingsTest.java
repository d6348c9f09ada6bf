package dev.socialhub.backing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
    private final KafkaConfig config =
            new KafkaConfig(new KafkaSettings(Path.of("/d"), 9, 10).properties(), false);

    @Test
    void listensOnLoopbackOnly() {
        assertThat(config.originals().get("listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:9,CONTROLLER://127.0.0.1:10");
        assertThat(config.originals().get("advertised.listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:9");
    }

    @Test
    void makesNoTopicByMistakeAndKeepsRecordsForAWeek() {
        assertThat(config.autoCreateTopicsEnable()).isFalse();
        assertThat(config.originals().get("log.retention.hours")).isEqualTo("168");
    }
}
