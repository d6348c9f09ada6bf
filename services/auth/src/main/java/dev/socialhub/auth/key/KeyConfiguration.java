package dev.socialhub.auth.key;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How signing keys are stored.
 *
 * @param encryptionKey base64 of the 32 bytes that encrypt them
 * @param reloadInterval the minimum time between two database reads caused by unknown key ids
 */
@ConfigurationProperties("socialhub.keys")
record KeyConfiguration(
        @Bindable(defaultValue = "") String encryptionKey,
        @Bindable(defaultValue = "PT5S") Duration reloadInterval) {}
