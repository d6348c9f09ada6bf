package dev.socialhub.posts.author;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** What auth says of an account. */
@Serdeable
record Account(UUID id, String username, String name, long version) {}
