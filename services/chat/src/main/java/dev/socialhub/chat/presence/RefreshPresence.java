package dev.socialhub.chat.presence;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Reports the users at this instance three times before an entry is out of date. */
@Singleton
class RefreshPresence {

    private final LocalPresence local;
    private final PresenceStore store;

    RefreshPresence(LocalPresence local, PresenceStore store) {
        this.local = local;
        this.store = store;
    }

    @Scheduled(initialDelay = "20s", fixedDelay = "20s")
    void refresh() {
        store.report(local.users());
        local.rooms().forEach(store::entered);
    }
}
