package dev.socialhub.users.cache;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.time.Duration;

/**
 * Where and how long profiles are cached.
 *
 * @param timeout how long a request may wait for Redis
 * @param ttl how long an entry lasts
 */
@ConfigurationProperties("users.cache")
record CacheConfiguration(URI redisUrl, Duration timeout, Duration ttl) {}
