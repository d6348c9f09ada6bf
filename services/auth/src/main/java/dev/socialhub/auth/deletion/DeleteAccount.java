package dev.socialhub.auth.deletion;

import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.messaging.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends an account with all that hangs on it, and lets the other services know. Access tokens that
 * are out stay good until they expire.
 */
@Singleton
class DeleteAccount {

    private static final Logger LOG = LoggerFactory.getLogger(DeleteAccount.class);

    private final ErasureRepository erasure;
    private final Outbox outbox;
    private final Clock clock;

    DeleteAccount(ErasureRepository erasure, Outbox outbox, Clock clock) {
        this.erasure = erasure;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Does nothing when there is no such account, or no longer. */
    @Transactional
    void delete(UUID id) {
        Instant now = clock.instant();
        OptionalLong version = erasure.eraseAccount(id, now);
        if (version.isPresent()) {
            erasure.endSessions(id);
            erasure.forgetSignUpKeys(id);
            outbox.append(new UserDeleted(id, now, version.getAsLong()));
            LOG.info("User {} was deleted", id);
        }
    }
}
