package dev.socialhub.people.erasure;

import dev.socialhub.shared.problem.TransientDatabaseErrors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks every second whether data of a deleted user is left to erase. */
@Singleton
class ErasureSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureSchedule.class);

    private final EraseUsers eraseUsers;

    ErasureSchedule(EraseUsers eraseUsers) {
        this.eraseUsers = eraseUsers;
    }

    /**
     * Ends when no user is left, or when the database is unavailable: it runs again a second later
     * anyway.
     */
    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void eraseAll() {
        try {
            boolean more = true;
            while (more) {
                more = eraseUsers.eraseSome();
            }
        } catch (RuntimeException e) {
            Throwable transientError = TransientDatabaseErrors.behind(e);
            if (transientError == null) {
                throw e;
            }
            LOG.warn("Deleted users can't be erased at the moment: {}", transientError.toString());
        }
    }
}
