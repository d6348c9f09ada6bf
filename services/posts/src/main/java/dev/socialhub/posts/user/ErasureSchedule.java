package dev.socialhub.posts.user;

import dev.socialhub.shared.problem.TransientDatabaseErrors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks every second whether data of a deleted user is left to erase. */
@Singleton
class ErasureSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureSchedule.class);

    private final EraseUsers erasing;

    ErasureSchedule(EraseUsers erasing) {
        this.erasing = erasing;
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
                more = erasing.eraseSome();
            }
        } catch (RuntimeException e) {
            Throwable passing = TransientDatabaseErrors.behind(e);
            if (passing == null) {
                throw e;
            }
            LOG.warn("Nobody can be erased at the moment: {}", passing.toString());
        }
    }
}
