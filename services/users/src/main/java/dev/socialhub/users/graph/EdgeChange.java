package dev.socialhub.users.graph;

/** The change of an edge that a request asks for. */
public enum EdgeChange {
    MAKE,
    REMOVE,
    TOGGLE;

    /** Whether the edge is to exist afterwards, given whether it exists now. */
    boolean from(boolean active) {
        return switch (this) {
            case MAKE -> true;
            case REMOVE -> false;
            case TOGGLE -> !active;
        };
    }
}
