package dev.socialhub.users.cache;

import dev.socialhub.shared.transaction.AfterCommit;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes users from the cache when their data has changed: at once, so that a client reads its own
 * writes; and again when the event of the change arrives, in case Redis missed the first removal.
 */
@Singleton
public class ForgetPeople {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetPeople.class);

    private final UserEntries entries;
    private final AfterCommit afterCommit;

    ForgetPeople(UserEntries entries, AfterCommit afterCommit) {
        this.entries = entries;
        this.afterCommit = afterCommit;
    }

    /** Removes the users as soon as the running transaction has committed. */
    public void afterCommit(Collection<UUID> userIds) {
        Set<UUID> changed = Set.copyOf(userIds);
        afterCommit.run(() -> tryToForget(changed));
    }

    private void tryToForget(Set<UUID> userIds) {
        try {
            entries.forget(userIds);
        } catch (CacheUnavailable e) {
            LOG.debug("the event of this change will remove the entries: {}", e.getMessage());
        }
    }
}
