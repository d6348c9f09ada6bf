package dev.socialhub.loadtest.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private final Histogram micros = new Histogram(3);
    private final Deliveries deliveries = new Deliveries(micros);

    @Test
    void everyMessageOnceAndInOrderIsRight() {
        receive(1, 2, 3);
        assertThat(deliveries.last()).isEqualTo(3);
        assertThat(deliveries.doubled()).isZero();
        assertThat(deliveries.skipped()).isZero();
        assertThat(micros.getTotalCount()).isEqualTo(3);
    }

    @Test
    void aRepeatedMessageIsDoubledAndNotTimed() {
        receive(1, 2, 2);
        assertThat(deliveries.doubled()).isEqualTo(1);
        assertThat(micros.getTotalCount()).isEqualTo(2);
    }

    @Test
    void messagesThatALaterOneOvertakesAreSkipped() {
        receive(1, 4, 2);
        assertThat(deliveries.skipped()).isEqualTo(2);
        assertThat(deliveries.doubled()).isEqualTo(1);
    }

    private void receive(long... numbers) {
        for (long seq : numbers) {
            deliveries.received(Deliveries.tempId(System.nanoTime(), seq), seq);
        }
    }
}
