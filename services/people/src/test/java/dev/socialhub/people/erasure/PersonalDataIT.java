package dev.socialhub.people.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.ops.person.PersonFacts;
import dev.socialhub.ops.person.StoredUserData;
import dev.socialhub.people.testing.CheckedReplicas;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Data that a service stores about users takes part in erasures and reports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataIT {

    private CheckedReplicas replicas;
    private Notes notes;

    @BeforeAll
    void start() throws IOException {
        replicas = new CheckedReplicas(Map.of("people.notes", true));
        notes = replicas.service.bean(Notes.class);
    }

    @AfterAll
    void stop() {
        replicas.close();
    }

    @Test
    void isHiddenAndThenErasedInBatches() {
        UUID userId = UUID.randomUUID();
        notes.stored.put(userId, 5);
        replicas.bus.send(new UserRegistered(userId, "writer", "Writer", Instant.now(), 1));
        replicas.bus.send(replicas.users.follow(userId, UUID.randomUUID()));
        await().until(() -> replicas.count("edge") == 1 && replicas.count("author") == 1);
        assertThat(facts(userId).facts())
                .containsExactly(entry("notes", 5L), entry("name", 1L), entry("edges", 1L));

        replicas.bus.send(new UserDeleted(userId, Instant.now(), 2));

        await().until(() -> facts(userId).erased());
        assertThat(facts(userId).deletedAt()).isNotNull();
        assertThat(facts(userId).facts())
                .containsExactly(entry("notes", 0L), entry("name", 0L), entry("edges", 0L));
        assertThat(notes.batches).containsEntry(userId, 4);
    }

    private StoredUserData facts(UUID userId) {
        return replicas.service.bean(PersonFacts.class).of(userId);
    }
}
