package dev.socialhub.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventType;
import dev.socialhub.messaging.testing.Things;
import dev.socialhub.shared.testing.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Kafka is away: what waits is found by its type and its age. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnsentEventsIT {

    private static final Set<EventType> WRITTEN = Set.of(EventType.USER_PROFILE_UPDATED);

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private EmbeddedServer service;
    private UnsentEventRepository events;

    @BeforeAll
    void write() {
        service =
                ApplicationContext.run(
                        EmbeddedServer.class, Settings.with(Settings.newDatabase(), "127.0.0.1:1"));
        events = service.getApplicationContext().getBean(UnsentEventRepository.class);
        Things things = new Things(service.getApplicationContext());
        things.change(first);
        things.change(second);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void findsTheYoungestFirst() {
        List<Long> numbers = events.numbers(WRITTEN, Duration.ZERO, 10);

        assertThat(numbers).hasSize(2);
        assertThat(numbers.getFirst()).isGreaterThan(numbers.getLast());
        assertThat(events.numbers(WRITTEN, Duration.ZERO, 1)).containsExactly(numbers.getFirst());
    }

    @Test
    void readsEventsInTheirOrderAndSkipsMissingOnes() {
        List<Long> numbers = List.of(1L, 2L, 3_000_000L);

        assertThat(events.read(numbers))
                .extracting(Event::data)
                .extracting(data -> data.subject())
                .containsExactly(first.toString(), second.toString());
    }

    @Test
    void leavesOtherTypesAndYoungerOnes() {
        assertThat(events.numbers(Set.of(EventType.BLOCK_CREATED), Duration.ZERO, 10)).isEmpty();
        assertThat(events.numbers(WRITTEN, Duration.ofHours(1), 10)).isEmpty();
        assertThat(events.numbers(Set.of(), Duration.ZERO, 10)).isEmpty();
    }
}
