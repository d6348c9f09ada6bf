package dev.socialhub.posts.search;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Settings of the search.
 *
 * @param candidates how many matching posts are ranked at most: the newest ones
 */
@ConfigurationProperties("posts.search")
record SearchConfiguration(@Min(100) @Max(100_000) int candidates) {}
