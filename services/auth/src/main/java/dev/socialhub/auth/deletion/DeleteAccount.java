package dev.socialhub.auth.deletion;

import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.messaging.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes an account with everything that belongs to it, and notifies the other services. Access
 * tokens that were already issued stay valid until they expire.
 */
@Singleton
class DeleteAccount {

    private static final Logger LOG = LoggerFactory.getLogger(DeleteAccount.class);

    private final AccountErasureRepository erasure;
    private final Outbox outbox;
    private final Clock clock;

    DeleteAccount(AccountErasureRepository erasure, Outbox outbox, Clock clock) {
        this.erasure = erasure;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Has no effect when the account doesn't exist or is already deleted. */
    @Transactional
    void delete(UUID id) {
        Instant now = clock.instant();
        Optional<Long> version = erasure.eraseAccount(id, now);
        if (version.isPresent()) {
            erasure.endSessions(id);
            erasure.forgetSignUpKeys(id);
            outbox.append(new UserDeleted(id, now, version.get()));
            LOG.info("User {} was deleted", id);
        }
    }
}
