package dev.socialhub.posts.media;

import dev.socialhub.posts.media.UnusedMedia.Reason;
import dev.socialhub.posts.media.image.PreparedFile;
import dev.socialhub.shared.transaction.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The numbers of media stored and removed. The series begin when the service starts. */
@Context
final class MediaMetrics {

    private final AfterCommit afterCommit;
    private final Counter pictures;
    private final Counter videos;
    private final Counter bytes;
    private final Map<Reason, Counter> removed = new EnumMap<>(Reason.class);

    MediaMetrics(AfterCommit afterCommit, MeterRegistry meters) {
        this.afterCommit = afterCommit;
        this.pictures = stored("picture", meters);
        this.videos = stored("video", meters);
        this.bytes =
                Counter.builder("posts.media.stored.size")
                        .description("Size of the pictures and videos stored")
                        .baseUnit("bytes")
                        .register(meters);
        for (Reason reason : Reason.values()) {
            removed.put(
                    reason,
                    Counter.builder("posts.media.removed")
                            .description("Pictures and videos removed")
                            .tag("reason", reason.tag())
                            .register(meters));
        }
    }

    private static Counter stored(String kind, MeterRegistry meters) {
        return Counter.builder("posts.media.stored")
                .description("Pictures and videos stored")
                .tag("kind", kind)
                .register(meters);
    }

    void stored(PreparedFile original) {
        (original.format().isVideo() ? videos : pictures).increment();
        bytes.increment((double) original.bytes());
    }

    /** Counts a removal once the running transaction has committed. */
    void removed(Reason reason) {
        afterCommit.run(Objects.requireNonNull(removed.get(reason))::increment);
    }
}
