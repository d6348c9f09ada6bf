package dev.socialhub.posts.media;

import dev.socialhub.shared.problem.TransientDatabaseErrors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the media that no post needs, batch by batch: regularly, and when operators ask. */
@Singleton
class MediaSweep {

    private static final Logger LOG = LoggerFactory.getLogger(MediaSweep.class);

    private final SweepMedia sweepMedia;

    MediaSweep(SweepMedia sweepMedia) {
        this.sweepMedia = sweepMedia;
    }

    @Scheduled(
            initialDelay = "${posts.media.sweep.interval}",
            fixedDelay = "${posts.media.sweep.interval}")
    void sweep() {
        try {
            SweptMedia swept = removeAll();
            if (!swept.equals(SweptMedia.NONE)) {
                LOG.info("Removed media that no post needs: {}", swept);
            }
        } catch (UncheckedIOException e) {
            LOG.warn("Media can't be removed from their store: {}", String.valueOf(e.getCause()));
        } catch (RuntimeException e) {
            Throwable transientError = TransientDatabaseErrors.behind(e);
            if (transientError == null) {
                throw e;
            }
            LOG.warn("Media can't be swept at the moment: {}", transientError.toString());
        }
    }

    /** What {@link #removeAll} would remove. */
    SweptMedia preview() {
        return sweepMedia.count();
    }

    SweptMedia removeAll() {
        SweptMedia total = SweptMedia.NONE;
        List<UnusedMedia> batch;
        do {
            batch = sweepMedia.removeSome();
            for (UnusedMedia one : batch) {
                total = total.plus(one.reason());
            }
        } while (batch.size() == SweepMedia.BATCH);
        return total;
    }
}
