package dev.socialhub.shared.paging;

/**
 * The key of the last row of a page, by which the next page begins. Clients get it as opaque text
 * and keep it, so the form of each kind stays as it is.
 */
public sealed interface Cursor permits TimeCursor, SequenceCursor, CountCursor {

    /** The text that a client sends back. */
    String encoded();
}
