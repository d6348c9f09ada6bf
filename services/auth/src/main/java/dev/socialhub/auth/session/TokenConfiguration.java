package dev.socialhub.auth.session;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The key and the lifetimes of tokens.
 *
 * @param refreshKey base64 of the 32-byte key with which refresh tokens are derived
 * @param accessLifeTime lifetime of an access token
 * @param sessionLifeTime lifetime of a session that is never refreshed
 */
@ConfigurationProperties("socialhub.tokens")
record TokenConfiguration(
        @Bindable(defaultValue = "") String refreshKey,
        @Bindable(defaultValue = "PT15M") Duration accessLifeTime,
        @Bindable(defaultValue = "P30D") Duration sessionLifeTime) {}
