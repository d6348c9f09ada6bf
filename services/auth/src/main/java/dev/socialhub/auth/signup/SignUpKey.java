package dev.socialhub.auth.signup;

import java.time.Instant;
import java.util.UUID;

/**
 * Which sign-up an idempotency key stands for.
 *
 * @param fingerprint of the request without its password
 */
record SignUpKey(String key, byte[] fingerprint, UUID userId, Instant createdAt) {}
