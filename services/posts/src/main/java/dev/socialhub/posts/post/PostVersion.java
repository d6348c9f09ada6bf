package dev.socialhub.posts.post;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** As much of a post as it takes to change it. */
@Introspected
record PostVersion(UUID id, long version) {}
