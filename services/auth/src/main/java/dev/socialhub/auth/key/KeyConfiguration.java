package dev.socialhub.auth.key;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How signing keys are kept.
 *
 * @param encryptionKey base64 of the 32 bytes that seal them
 * @param reloadInterval how often an unknown key id may cause a look into the database
 */
@ConfigurationProperties("socialhub.keys")
record KeyConfiguration(
        @Bindable(defaultValue = "") String encryptionKey,
        @Bindable(defaultValue = "PT5S") Duration reloadInterval) {}
