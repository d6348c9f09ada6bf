package dev.socialhub.users.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.shared.testing.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PushBlocksTest {

    private final Waiting waiting = new Waiting();
    private final Posts posts = new Posts();
    private final MovableClock clock = new MovableClock();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final PushMetrics metrics = new PushMetrics(meters);
    private final PushBlocks pushBlocks = new PushBlocks(waiting, posts, metrics, clock);

    @Test
    void tellsWhatWaitsAndTellsItOnce() {
        waiting.add(1, 2);
        pushBlocks.push();
        waiting.add(3);
        pushBlocks.push();
        pushBlocks.push();

        assertThat(posts.received).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(posts.calls).isEqualTo(2);
        assertThat(counted("users.blocks.pushed")).isEqualTo(3);
        assertThat(counted("users.blocks.push.failures")).isZero();
    }

    @Test
    void tellsNothingWhileNothingWaits() {
        pushBlocks.push();

        assertThat(posts.calls).isZero();
    }

    @Test
    void tellsAllOfABacklogInParts() {
        waiting.add(LongStream.rangeClosed(1, PushBlocks.BATCH * 2 + 1).toArray());

        pushBlocks.push();

        assertThat(posts.received).hasSize(PushBlocks.BATCH * 2 + 1).doesNotHaveDuplicates();
        assertThat(posts.calls).isEqualTo(3);
    }

    @Test
    void asksLessAndLessOftenWhilePostsIsAway() {
        waiting.add(1);
        posts.away = true;
        for (int tick = 0; tick < 80; tick++) {
            pushBlocks.push();
            clock.advance(Duration.ofMillis(250));
        }
        // After 0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5 and 19.5 seconds.
        assertThat(posts.calls).isEqualTo(8);
        assertThat(counted("users.blocks.push.failures")).isEqualTo(8);

        posts.away = false;
        clock.advance(Duration.ofSeconds(4));
        pushBlocks.push();
        assertThat(posts.received).containsExactly(1L);
    }

    @Test
    void hurriesAgainAfterPostsCameBack() {
        waiting.add(1);
        posts.away = true;
        pushBlocks.push();
        clock.advance(Duration.ofMillis(500));
        pushBlocks.push();
        posts.away = false;
        clock.advance(Duration.ofSeconds(1));
        pushBlocks.push();

        posts.away = true;
        waiting.add(2);
        pushBlocks.push();
        posts.away = false;
        clock.advance(Duration.ofMillis(500));
        pushBlocks.push();
        assertThat(posts.received).containsExactly(1L, 2L);
    }

    @Test
    void tellsAgainWhatStillWaitsAfterARestart() {
        waiting.add(1);
        pushBlocks.push();

        new PushBlocks(waiting, posts, metrics, clock).push();

        assertThat(posts.received).containsExactly(1L, 1L);
    }

    @Test
    void tellsAgainInTheNextLookWhatCouldNotBeRead() {
        waiting.add(1);
        waiting.broken = true;
        pushBlocks.push();
        waiting.broken = false;
        pushBlocks.push();

        assertThat(posts.received).containsExactly(1L);
    }

    private double counted(String meter) {
        return meters.get(meter).counter().count();
    }

    /** An outbox in memory; an edge's version is its event's number. */
    private static final class Waiting implements UnsentBlocks {

        private final TreeMap<Long, EdgeSnapshot> edges = new TreeMap<>();
        private boolean broken;

        void add(long... numbers) {
            for (long number : numbers) {
                edges.put(
                        number,
                        new EdgeSnapshot(
                                EdgeKind.BLOCK,
                                new UUID(1, number),
                                new UUID(2, number),
                                true,
                                number,
                                Instant.EPOCH));
            }
        }

        @Override
        public List<Long> numbers() {
            if (broken) {
                throw new IllegalStateException("mislaid");
            }
            return List.copyOf(edges.descendingKeySet());
        }

        @Override
        public List<EdgeSnapshot> read(Collection<Long> numbers) {
            return numbers.stream().map(edges::get).toList();
        }
    }

    private static final class Posts implements EdgeReplica {

        private final List<Long> received = new ArrayList<>();
        private int calls;
        private boolean away;

        @Override
        public String name() {
            return "posts";
        }

        @Override
        public void take(List<EdgeSnapshot> edges) throws IOException {
            calls++;
            if (away) {
                throw new IOException("away");
            }
            edges.forEach(edge -> received.add(edge.version()));
        }
    }
}
