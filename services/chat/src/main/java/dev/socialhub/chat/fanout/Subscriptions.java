package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.Audience;
import dev.socialhub.chat.conversation.Audience.InRoom;
import dev.socialhub.chat.conversation.Audience.OfUser;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.socket.GroupObserver;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Subscribes to what is for the clients of this instance, as long as there are any. */
@Singleton
class Subscriptions implements GroupObserver {

    private static final long TIMEOUT_MILLIS = 1_000;

    private final OpenConversations open;
    private final InstanceBus bus;
    private final Provider<Reconcile> reconcile;
    private final Map<String, CompletionStage<?>> pending = new ConcurrentHashMap<>();

    /**
     * @param reconcile provided later, since it delivers to the groups that call this observer
     */
    Subscriptions(OpenConversations open, InstanceBus bus, Provider<Reconcile> reconcile) {
        this.open = open;
        this.bus = bus;
        this.reconcile = reconcile;
    }

    @Override
    public void opened(String group) {
        Audience.ofGroup(group)
                .ifPresent(audience -> {
                    open.open(audience);
                    CompletionStage<?> subscribed = bus.subscribe(audience);
                    pending.put(group, subscribed);
                    // A client that was restored may have missed what came in between.
                    var _ = subscribed.thenRun(() -> catchUp(audience));
                });
    }

    @Override
    public void emptied(String group) {
        Audience.ofGroup(group)
                .ifPresent(audience -> {
                    pending.remove(group);
                    bus.unsubscribe(audience);
                    open.close(audience);
                });
    }

    private void catchUp(Audience audience) {
        switch (audience) {
            case InRoom(RoomId room) -> reconcile.get().roomSoon(room);
            case OfUser(UUID userId) -> reconcile.get().userSoon(userId);
        }
    }

    /** Waits a moment until what is for the audience arrives; without Redis it is found later. */
    void await(Audience audience) {
        CompletionStage<?> subscribed = pending.get(audience.group());
        if (subscribed == null) {
            return;
        }
        try {
            CompletableFuture<?> future = subscribed.toCompletableFuture();
            future.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            // When there is a connection again, everything is compared with the store.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
