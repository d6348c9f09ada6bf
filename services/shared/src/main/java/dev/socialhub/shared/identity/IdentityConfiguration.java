package dev.socialhub.shared.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens are good here.
 *
 * @param issuer the {@code iss} that access tokens must bear
 * @param audience the {@code aud} that access tokens must bear
 * @param authUrls where auth answers; empty in auth itself
 * @param keyRefresh how old a fetched key set may grow
 * @param unknownKeyRefresh how often an unknown key id may cause a fetch
 * @param serviceTokenKey base64 of the 32 bytes that service tokens are made with
 */
@ConfigurationProperties("socialhub.identity")
public record IdentityConfiguration(
        @NotBlank @Bindable(defaultValue = "socialhub") String issuer,
        @NotBlank @Bindable(defaultValue = "socialhub") String audience,
        @Bindable(defaultValue = "") List<URI> authUrls,
        @Bindable(defaultValue = "PT60S") Duration keyRefresh,
        @Bindable(defaultValue = "PT5S") Duration unknownKeyRefresh,
        @Nullable String serviceTokenKey) {}
