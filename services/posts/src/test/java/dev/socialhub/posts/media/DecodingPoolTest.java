package dev.socialhub.posts.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socialhub.posts.media.image.MediaFormat;
import dev.socialhub.posts.media.image.PixelBudget;
import dev.socialhub.posts.media.image.PrepareMedia;
import dev.socialhub.posts.media.image.PreparedMedia;
import dev.socialhub.shared.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodingPoolTest {

    private final PixelBudget budget = new PixelBudget();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DecodingPool pool =
            new DecodingPool(
                    new DecodingConfiguration(1, 1),
                    new PrepareMedia(budget, Duration.ofSeconds(20)),
                    meters);

    @TempDir private Path folder;

    @Test
    void refusesPicturesWhenTooManyWait() throws Exception {
        CompletableFuture<PreparedMedia> first;
        CompletableFuture<PreparedMedia> second;
        // All others are decoded: these two get a thread and a place in the queue.
        try (PixelBudget.Share _ = budget.take(40_000_000)) {
            first = prepareSoon();
            awaitGauge("posts.media.decoding.active");
            second = prepareSoon();
            awaitGauge("posts.media.decoding.queued");

            assertThatThrownBy(this::prepare)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.type().status()).isEqualTo(503));
        }
        assertThat(first.get().width()).isEqualTo(30);
        assertThat(second.get().width()).isEqualTo(30);
        assertThat(meters.get("posts.media.decoding.rejected").counter().count()).isEqualTo(1);
        pool.close();
    }

    private CompletableFuture<PreparedMedia> prepareSoon() {
        CompletableFuture<PreparedMedia> result = new CompletableFuture<>();
        Thread.startVirtualThread(() -> result.complete(prepare()));
        return result;
    }

    private PreparedMedia prepare() {
        try {
            Path own = Files.createTempDirectory(folder, "media");
            Path upload = Files.write(own.resolve("upload"), Pictures.png(30, 20));
            return pool.prepare(upload, MediaFormat.PNG, own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitGauge(String name) {
        await().until(() -> meters.get(name).gauge().value() == 1);
    }
}
