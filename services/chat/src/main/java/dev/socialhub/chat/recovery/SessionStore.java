package dev.socialhub.chat.recovery;

import java.util.Optional;
import java.util.UUID;

/** Keeps the records of sockets, for some time after they were written last. */
public interface SessionStore {

    /** Writes a record, some time later; a failure has no consequence but that it is not there. */
    void save(String privateId, SessionRecord session);

    /**
     * Takes a record out, so that only one connection continues it. Blocks.
     *
     * @return empty if there is none for this user, or the store does not answer
     */
    Optional<SessionRecord> take(String privateId, UUID userId);

    /** The client has ended the socket itself, so it does not come back. */
    void remove(String privateId);
}
