package dev.socialhub.users.graph;

import io.micronaut.serde.annotation.Serdeable;

/** The relationship after a change. */
@Serdeable
public record RelationshipView(Relationship relationship) {}
