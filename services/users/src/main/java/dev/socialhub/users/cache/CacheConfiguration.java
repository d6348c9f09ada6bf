package dev.socialhub.users.cache;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How long profiles are cached.
 *
 * @param timeout how long a request may wait for Redis
 * @param ttl how long an entry lasts
 */
@ConfigurationProperties("users.cache")
record CacheConfiguration(Duration timeout, Duration ttl) {}
