package dev.socialhub.shared.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what look-ups in one cache find; all caches share the meter. */
public final class CacheMeter {

    private static final String GETS = "cache.gets";

    private final Counter hits;
    private final Counter misses;
    private final Counter errors;

    /** Its series begin at 0. */
    public CacheMeter(String cache, MeterRegistry meters) {
        hits = counter(cache, "hit", meters);
        misses = counter(cache, "miss", meters);
        errors = counter(cache, "error", meters);
    }

    /** Found. */
    public void hit() {
        hits.increment();
    }

    /** Not found. */
    public void miss() {
        misses.increment();
    }

    /** The cache, or what fills it, did not answer. */
    public void error() {
        errors.increment();
    }

    private static Counter counter(String cache, String result, MeterRegistry meters) {
        return Counter.builder(GETS)
                .description("Look-ups in a cache")
                .tag("cache", cache)
                .tag("result", result)
                .register(meters);
    }
}
