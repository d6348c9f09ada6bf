package dev.socialhub.auth.key;

import dev.socialhub.shared.identity.IdentityConfiguration;
import io.micronaut.context.annotation.Context;
import java.util.Objects;

/** Detects a wrong service-token key at start, not when the first service calls. */
@Context
final class ServiceTokenKeyCheck {

    ServiceTokenKeyCheck(IdentityConfiguration configuration) {
        SecretKeyBytes.parse(
                "SERVICE_TOKEN_KEY",
                Objects.requireNonNullElse(configuration.serviceTokenKey(), ""));
    }
}
