package dev.socialhub.chat.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.chat.message.MessageView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequencerTest {

    private final Sequencer sequencer = new Sequencer(Instant.EPOCH);

    private static Delivered message(long seq) {
        return new Delivered(
                new MessageView("r:" + seq, seq, "r", "r", null, null, null, null, Instant.EPOCH),
                new byte[0]);
    }

    private List<Long> offer(long... seqs) {
        for (long seq : seqs) {
            sequencer.offer(message(seq));
        }
        return sequencer.due().stream().map(Delivered::seq).toList();
    }

    @Test
    void waitsForItsBeginning() {
        assertThat(offer(5, 6)).isEmpty();
        assertThat(sequencer.hasGap()).isTrue();
        assertThat(sequencer.firstAhead()).isEqualTo(5);
        sequencer.beginAfter(4);
        assertThat(offer()).containsExactly(5L, 6L);
        sequencer.beginAfter(0);
        assertThat(sequencer.position()).isEqualTo(6);
    }

    @Test
    void ordersAndDropsRepetitions() {
        sequencer.beginAfter(0);
        assertThat(offer(2, 3)).isEmpty();
        assertThat(offer(1)).containsExactly(1L, 2L, 3L);
        assertThat(offer(1, 2, 3)).isEmpty();
        assertThat(offer(4, 4, 6)).containsExactly(4L);
        assertThat(sequencer.hasGap()).isTrue();
        assertThat(offer(5)).containsExactly(5L, 6L);
        assertThat(sequencer.hasGap()).isFalse();
    }

    @Test
    void whatIsFarAheadIsLeftToTheStore() {
        sequencer.beginAfter(0);
        for (long seq = 2; seq < 3_000; seq++) {
            sequencer.offer(message(seq));
        }
        assertThat(offer(1)).hasSize(1_000);
    }
}
