package dev.socialhub.auth.signup;

import java.time.Instant;
import java.util.UUID;

/**
 * An idempotency key and the sign-up that it belongs to.
 *
 * @param fingerprint of the request without its password
 */
record SignUpKey(String key, byte[] fingerprint, UUID userId, Instant createdAt) {}
