package dev.socialhub.users.graph;

import io.micronaut.serde.annotation.Serdeable;

/** How things stand after a change. */
@Serdeable
public record RelationshipView(Relationship relationship) {}
