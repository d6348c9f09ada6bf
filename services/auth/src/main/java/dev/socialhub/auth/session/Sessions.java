package dev.socialhub.auth.session;

/** Where sessions are kept. */
interface Sessions {

    /** Adds a session, unless its owner's account is no longer there; says whether it did. */
    boolean add(Session session);
}
