package dev.socialhub.chat.presence;

import dev.socialhub.chat.access.MayConverse;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds which users are online, on whichever instance. */
@Singleton
public class FindPresence {

    private final LocalPresence local;
    private final PresenceStore store;
    private final MayConverse mayConverse;

    FindPresence(LocalPresence local, PresenceStore store, MayConverse mayConverse) {
        this.local = local;
        this.store = store;
        this.mayConverse = mayConverse;
    }

    /** The state of each of these users; a user that blocks this one, or is blocked, is offline. */
    public List<UserPresence> of(UUID userId, List<UUID> asked) {
        Set<UUID> visible = mayConverse.withoutBlocked(userId, asked);
        Set<UUID> online = new HashSet<>(store.online(visible));
        online.addAll(local.users());
        online.retainAll(visible);
        return asked.stream().map(one -> new UserPresence(one, online.contains(one))).toList();
    }

    /** Whether the user has a client anywhere. */
    public boolean isOnline(UUID userId) {
        return local.users().contains(userId) || !store.online(Set.of(userId)).isEmpty();
    }
}
