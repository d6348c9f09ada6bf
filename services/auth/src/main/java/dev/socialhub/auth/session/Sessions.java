package dev.socialhub.auth.session;

/** The store of sessions. */
interface Sessions {

    /** Adds a session, unless its owner's account no longer exists; returns whether it did. */
    boolean add(Session session);
}
