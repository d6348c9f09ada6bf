package dev.socialhub.chat.socket;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Positive;

/**
 * How many events a user may send.
 *
 * @param perSecond permanently
 * @param burst at once, after a pause
 */
@ConfigurationProperties("chat.events")
record EventRateConfiguration(@Positive int perSecond, @Positive int burst) {}
