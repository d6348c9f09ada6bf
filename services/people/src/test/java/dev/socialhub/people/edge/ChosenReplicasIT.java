package dev.socialhub.people.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.people.testing.CheckedReplicas;
import dev.socialhub.people.testing.CheckedReplicas.Totals;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A service that replicates blocks alone: neither follows nor names. */
class ChosenReplicasIT {

    @Test
    void replicatesOnlyWhatTheServiceHasChosen() throws IOException {
        Map<String, Object> choice =
                Map.of(
                        "socialhub.people.names",
                        false,
                        "socialhub.people.edges",
                        List.of(EdgeKind.BLOCK));
        try (CheckedReplicas replicas = new CheckedReplicas(choice)) {
            UUID from = UUID.randomUUID();
            UUID to = UUID.randomUUID();
            replicas.bus.send(new UserRegistered(from, "from", "From", Instant.now(), 1));
            replicas.bus.send(new FollowCreated(from, "from", to, Instant.now(), 1));
            replicas.bus.send(new BlockCreated(from, to, Instant.now(), 1));

            await().until(() -> replicas.count("edge where kind = 'block'") == 1);
            assertThat(replicas.count("edge")).isEqualTo(1);
            assertThat(replicas.count("author")).isZero();
            assertThat(replicas.count("inbox")).isEqualTo(1);

            replicas.users.follow(from, to);
            replicas.users.toggle(EdgeKind.BLOCK, to, from);
            assertThat(replicas.ops("authors/verify").status()).isEqualTo(404);
            assertThat(replicas.ops("edges/rebuild").at("mended")).isEqualTo("2");
            assertThat(replicas.verify("edges")).isEqualTo(new Totals(1, 0, 0, 0, 0));
        }
    }
}
