package dev.socialhub.shared.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;

/**
 * The histogram of requests, with the same buckets at the gateway and in every service, so that
 * both can be compared. A timer of requests that is declared elsewhere has none.
 */
@Singleton
final class RequestBuckets implements MeterFilter {

    private static final double NANOS = 1e9;
    private static final double[] SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5
    };
    private static final Set<String> TIMERS = Set.of("http.server.requests", "gateway.requests");
    private static final DistributionStatisticConfig BUCKETS =
            DistributionStatisticConfig.builder()
                    .serviceLevelObjectives(
                            Arrays.stream(SECONDS).map(bound -> bound * NANOS).toArray())
                    .build();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return TIMERS.contains(id.getName()) ? BUCKETS.merge(config) : config;
    }
}
