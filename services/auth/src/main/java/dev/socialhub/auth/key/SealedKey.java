package dev.socialhub.auth.key;

import java.time.Instant;

/** A row of the table of signing keys. */
record SealedKey(String id, byte[] sealed, Instant createdAt) {}
