package dev.socialhub.auth;

import io.micronaut.serde.annotation.Serdeable;

/** What a service says of itself at its root. */
@Serdeable
record Banner(String service, String version, String docs) {}
