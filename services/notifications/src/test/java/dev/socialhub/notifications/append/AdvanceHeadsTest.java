package dev.socialhub.notifications.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import dev.socialhub.notifications.head.FakeHeadStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdvanceHeadsTest {

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final FakeHeadStore heads = new FakeHeadStore();
    private final AdvanceHeads advanceHeads = new AdvanceHeads(heads);

    @Test
    void raisesEachHeadOnceAndToTheLastNumber() {
        advanceHeads.later(Map.of(ada, 3L, bob, 1L));
        advanceHeads.later(Map.of(ada, 5L));
        advanceHeads.later(Map.of(ada, 4L));
        assertThat(lastSeqs()).isEmpty();
        advanceHeads.now();
        assertThat(lastSeqs()).isEqualTo(Map.of(ada, 5L, bob, 1L));
        assertThat(heads.raises()).isEqualTo(1);
        advanceHeads.now();
        assertThat(heads.raises()).isEqualTo(1);
    }

    @Test
    void triesAgainAfterAFailure() {
        advanceHeads.later(Map.of(ada, 3L));
        heads.goAway();
        advanceHeads.raiseIfAvailable();
        assertThatThrownBy(advanceHeads::now).isInstanceOf(MongoTimeoutException.class);
        advanceHeads.later(Map.of(ada, 4L, bob, 1L));
        heads.comeBack();
        advanceHeads.raiseIfAvailable();
        assertThat(lastSeqs()).isEqualTo(Map.of(ada, 4L, bob, 1L));
    }

    private Map<UUID, Long> lastSeqs() {
        return heads.lastSeqs(List.of(ada, bob));
    }
}
