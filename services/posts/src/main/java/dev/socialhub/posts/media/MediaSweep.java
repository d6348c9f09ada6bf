package dev.socialhub.posts.media;

import dev.socialhub.shared.housekeeping.Batches;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;
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
            Batches.run("Media can't be swept", this::sweepSome);
        } catch (UncheckedIOException e) {
            LOG.warn("Media can't be removed from their store: {}", String.valueOf(e.getCause()));
        }
    }

    private int sweepSome() {
        SweptMedia swept = sweepMedia.removeSome();
        if (swept.sum() > 0) {
            LOG.info("Removed media that no post needs: {}", swept);
        }
        return swept.sum();
    }

    /** What {@link #removeAll} would remove. */
    SweptMedia preview() {
        return sweepMedia.count();
    }

    SweptMedia removeAll() {
        AtomicReference<SweptMedia> total = new AtomicReference<>(SweptMedia.NONE);
        Batches.untilEmpty(() -> {
            SweptMedia swept = sweepMedia.removeSome();
            total.updateAndGet(swept::plus);
            return swept.sum();
        });
        return total.get();
    }
}
