package dev.socialhub.loadtest.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.loadtest.users.TestUser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostCreatedEventTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GOLDEN =
            Path.of("../services/contracts/src/test/resources/golden/post.created.json");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");

    private final PostCreatedEvent event =
            PostCreatedEvent.of(
                    TestUser.of("01920000-0000-7000-8000-0000000000aa", "ada", "token"), AT);

    /** The trace is left out: no request caused this event. */
    @Test
    void hasTheFormThatServicesAgreedOn() throws IOException {
        JsonNode golden = JSON.readTree(GOLDEN.toFile());
        JsonNode ours = JSON.readTree(event.json());
        Set<String> names = names(golden);
        names.remove("traceparent");
        assertThat(names(ours)).isEqualTo(names);
        assertThat(names(ours.path("data"))).isEqualTo(names(golden.path("data")));
        for (String same : Set.of("specversion", "type", "source", "time")) {
            assertThat(ours.path(same)).as(same).isEqualTo(golden.path(same));
        }
        assertThat(ours.path("partitionkey")).isEqualTo(ours.at("/data/postId"));
        assertThat(ours.path("subject")).isEqualTo(ours.at("/data/postId"));
    }

    @Test
    void hasIdsInTheOrderOfTime() {
        for (UUID id : Set.of(event.id(), event.postId())) {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(AT.toEpochMilli());
        }
        assertThat(event.id()).isNotEqualTo(event.postId());
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
