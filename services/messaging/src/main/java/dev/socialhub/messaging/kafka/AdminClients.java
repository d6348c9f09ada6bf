package dev.socialhub.messaging.kafka;

import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Makes clients for administration from the settings under {@code kafka}. The library's own client
 * has no deadline of ours, and waits on closing for a Kafka that is away.
 */
@Singleton
@Requires(classes = Admin.class)
final class AdminClients {

    private final KafkaDefaultConfiguration configuration;

    AdminClients(KafkaDefaultConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * A client of the caller's own.
     *
     * @param request how long a single request to a broker may take
     * @param call how long a call may take, with its retries
     */
    Admin create(Duration request, Duration call) {
        Map<String, Object> settings = new HashMap<>();
        configuration
                .getConfig()
                .forEach((name, value) -> {
                    if (AdminClientConfig.configNames().contains(name.toString())) {
                        settings.put(name.toString(), value);
                    }
                });
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) request.toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) call.toMillis());
        return Admin.create(settings);
    }
}
