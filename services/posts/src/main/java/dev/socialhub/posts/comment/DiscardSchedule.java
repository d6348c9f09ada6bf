package dev.socialhub.posts.comment;

import dev.socialhub.shared.housekeeping.Batches;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Checks every second whether rows of removed comments are left to delete. */
@Singleton
class DiscardSchedule {

    private final DiscardComments discardComments;

    DiscardSchedule(DiscardComments discardComments) {
        this.discardComments = discardComments;
    }

    /** Ends when none is left. */
    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void discardAll() {
        Batches.run("Removed comments can't be deleted", discardComments::discardSome);
    }
}
