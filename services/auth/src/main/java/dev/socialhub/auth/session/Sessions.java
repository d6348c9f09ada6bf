package dev.socialhub.auth.session;

/** Where sessions are kept. */
interface Sessions {

    void add(Session session);
}
