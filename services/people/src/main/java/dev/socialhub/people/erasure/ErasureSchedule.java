package dev.socialhub.people.erasure;

import dev.socialhub.shared.housekeeping.Batches;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Checks every second whether data of a deleted user is left to erase. */
@Singleton
class ErasureSchedule {

    private final EraseUsers eraseUsers;

    ErasureSchedule(EraseUsers eraseUsers) {
        this.eraseUsers = eraseUsers;
    }

    /** Ends when no user is left. */
    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void eraseAll() {
        Batches.run("Deleted users can't be erased", eraseUsers::eraseSome);
    }
}
