package dev.socialhub.posts.assist;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Positive;

/**
 * The limits of writing help.
 *
 * @param dailyLimit how many texts a user may have generated on a day, in UTC
 */
@ConfigurationProperties("posts.assist")
record AssistConfiguration(@Positive int dailyLimit) {}
