package dev.socialhub.shared.ids;

import java.util.UUID;

/** Where new identifiers come from. */
@FunctionalInterface
public interface Ids {

    /** A UUIDv7: unique everywhere, and in the order of its making. */
    UUID next();
}
