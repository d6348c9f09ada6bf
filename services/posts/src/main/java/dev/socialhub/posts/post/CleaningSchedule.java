package dev.socialhub.posts.post;

import dev.socialhub.shared.housekeeping.Batches;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Checks every second whether a deleted post is to be cleaned. */
@Singleton
class CleaningSchedule {

    private final CleanDeletedPosts cleanDeletedPosts;

    CleaningSchedule(CleanDeletedPosts cleanDeletedPosts) {
        this.cleanDeletedPosts = cleanDeletedPosts;
    }

    /** Ends when no post is left. */
    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void cleanAll() {
        Batches.run("Deleted posts can't be cleaned", cleanDeletedPosts::cleanSome);
    }
}
