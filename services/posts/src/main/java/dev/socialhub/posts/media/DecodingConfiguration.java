package dev.socialhub.posts.media;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Positive;

/**
 * Limits on concurrent decoding of pictures.
 *
 * @param threads the number of pictures decoded in parallel
 * @param queue how many may wait; further ones are refused
 */
@ConfigurationProperties("posts.media.decoding")
record DecodingConfiguration(@Positive int threads, @Positive int queue) {}
