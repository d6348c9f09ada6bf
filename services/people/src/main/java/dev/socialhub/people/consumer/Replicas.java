package dev.socialhub.people.consumer;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.contracts.user.EdgeEvent;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserEvent;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.people.account.AccountReplica;
import dev.socialhub.people.edge.ReplicateEdges;
import dev.socialhub.people.name.ReplicateNames;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What the service replicates of users: names, edges, and data of its own for each account. */
@Singleton
class Replicas {

    private final List<AccountReplica> accounts;
    private final Optional<ReplicateNames> names;
    private final Optional<ReplicateEdges> edges;

    Replicas(
            List<AccountReplica> accounts,
            Optional<ReplicateNames> names,
            Optional<ReplicateEdges> edges) {
        this.accounts = accounts;
        this.names = names;
        this.edges = edges;
    }

    /** Whether edges are replicated, which are the subject of most events. */
    boolean haveEdges() {
        return edges.isPresent();
    }

    /** Whether the event has an effect here; if not, it isn't worth a row in the inbox. */
    boolean concern(UserEvent event) {
        return switch (event) {
            case UserRegistered _ -> !accounts.isEmpty();
            case UserProfileUpdated _ -> names.isPresent();
            case UserDeleted _ -> true;
            case EdgeEvent e -> edges.map(one -> one.replicates(e.kind())).orElse(false);
        };
    }

    void project(UserRegistered event) {
        PublishedAccount account =
                new PublishedAccount(
                        event.userId(),
                        event.username(),
                        event.name(),
                        event.registeredAt(),
                        event.version());
        accounts.forEach(one -> one.add(account));
    }

    void project(UserProfileUpdated event) {
        names.ifPresent(one -> one.project(event));
    }

    void project(List<EdgeEvent> events) {
        edges.ifPresent(one -> one.project(events));
    }
}
