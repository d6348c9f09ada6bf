package dev.socialhub.notifications.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of erasures has to do; the fake of the unit tests is held to it too. */
abstract class ErasureStoreContract {

    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678Z");

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    abstract ErasureStore store();

    @Test
    void namesThoseThatWereBegunBefore() {
        store().begin(ada, THEN);
        store().begin(bob, THEN.plusMillis(1));
        assertThat(store().begunBefore(THEN)).doesNotContain(ada, bob);
        assertThat(store().begunBefore(THEN.plusMillis(1))).contains(ada).doesNotContain(bob);
        assertThat(store().begunBefore(THEN.plusMillis(2))).contains(ada, bob);
    }

    @Test
    void goesByTheLatestTime() {
        store().begin(ada, THEN.plusSeconds(1));
        store().begin(ada, THEN);
        assertThat(store().begunBefore(THEN.plusSeconds(1))).doesNotContain(ada);
        assertThat(store().begunBefore(THEN.plusSeconds(2))).containsOnlyOnce(ada);
    }

    @Test
    void forgetsTheOneThatCameToItsEnd() {
        store().begin(ada, THEN);
        store().begin(bob, THEN);
        store().end(ada);
        store().end(ada);
        assertThat(store().begunBefore(THEN.plusSeconds(1))).contains(bob).doesNotContain(ada);
    }
}
