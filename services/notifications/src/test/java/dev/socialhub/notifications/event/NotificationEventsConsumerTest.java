package dev.socialhub.notifications.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import dev.socialhub.notifications.append.RowContended;
import org.junit.jupiter.api.Test;

class NotificationEventsConsumerTest {

    @Test
    void waitsForARowThatOthersWriteTo() {
        assertThat(NotificationEventsConsumer.passes(new RowContended(9))).isTrue();
    }

    @Test
    void waitsForAStoreThatIsAway() {
        assertThat(NotificationEventsConsumer.passes(new MongoTimeoutException("no server")))
                .isTrue();
        assertThat(NotificationEventsConsumer.passes(new MongoException(10334, "too large")))
                .isFalse();
    }
}
