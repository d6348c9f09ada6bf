package dev.socialhub.users.graph;

/** What a request wants of an edge. */
public enum Wish {
    MAKE,
    REMOVE,
    TOGGLE;

    /** Whether the edge is to stand, seeing whether it does. */
    boolean from(boolean standing) {
        return switch (this) {
            case MAKE -> true;
            case REMOVE -> false;
            case TOGGLE -> !standing;
        };
    }
}
