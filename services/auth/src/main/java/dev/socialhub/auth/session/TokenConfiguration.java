package dev.socialhub.auth.session;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What tokens are made with and how long they last.
 *
 * @param refreshKey base64 of the 32 bytes that refresh tokens are derived under
 * @param accessLifeTime of an access token
 * @param sessionLifeTime of a session that is never refreshed
 */
@ConfigurationProperties("socialhub.tokens")
record TokenConfiguration(
        @Bindable(defaultValue = "") String refreshKey,
        @Bindable(defaultValue = "PT15M") Duration accessLifeTime,
        @Bindable(defaultValue = "P30D") Duration sessionLifeTime) {}
