package dev.socialhub.chat.redis;

import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.micronaut.configuration.lettuce.AbstractRedisConfiguration;
import io.micronaut.configuration.lettuce.ClientResourcesMutator;
import io.micronaut.configuration.lettuce.MetricsClientResourceMutator;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;

/**
 * The library would add two histograms for each command and address, at a cost for each command.
 */
@Singleton
@Replaces(MetricsClientResourceMutator.class)
final class RedisCommandLatencyOff implements ClientResourcesMutator {

    @Override
    public void mutate(ClientResources.Builder builder, AbstractRedisConfiguration configuration) {
        builder.commandLatencyRecorder(CommandLatencyRecorder.disabled());
    }
}
