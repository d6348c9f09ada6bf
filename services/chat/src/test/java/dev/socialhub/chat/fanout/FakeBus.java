package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.Audience;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A bus in memory. */
final class FakeBus implements InstanceBus {

    private final Wire wire;
    private final Set<Audience> subscribed = new HashSet<>();
    private @Nullable Receiver receiver;

    FakeBus(Wire wire) {
        this.wire = wire;
        wire.ends.add(this);
    }

    /** What the instances have in common. */
    static final class Wire {

        private final List<FakeBus> ends = new ArrayList<>();
        private final List<Runnable> held = new ArrayList<>();
        private boolean losing;
        private boolean reversing;
        private boolean connected = true;

        void lose(boolean whether) {
            losing = whether;
        }

        /** Holds messages back, and then delivers the last one first. */
        void reverse(boolean whether) {
            reversing = whether;
            if (!whether) {
                held.reversed().forEach(Runnable::run);
                held.clear();
            }
        }

        void connected(boolean whether) {
            connected = whether;
            if (whether) {
                ends.forEach(one -> {
                    if (one.receiver != null) {
                        one.receiver.connected();
                    }
                });
            }
        }

        int subscriptions() {
            return ends.stream().mapToInt(one -> one.subscribed.size()).sum();
        }
    }

    @Override
    public CompletionStage<?> publish(Audience audience, String name, byte[] body) {
        if (!wire.connected) {
            return CompletableFuture.failedFuture(new IllegalStateException("away"));
        }
        if (wire.losing) {
            return CompletableFuture.completedFuture(0);
        }
        for (FakeBus one : wire.ends) {
            Receiver to = one.receiver;
            if (one != this && to != null && one.subscribed.contains(audience)) {
                Runnable delivery = () -> to.received(audience, name, body);
                if (wire.reversing) {
                    wire.held.add(delivery);
                } else {
                    delivery.run();
                }
            }
        }
        return CompletableFuture.completedFuture(0);
    }

    @Override
    public CompletionStage<?> subscribe(Audience audience) {
        subscribed.add(audience);
        return wire.connected
                ? CompletableFuture.completedFuture(0)
                : CompletableFuture.failedFuture(new IllegalStateException("away"));
    }

    @Override
    public void unsubscribe(Audience audience) {
        subscribed.remove(audience);
    }

    @Override
    public void start(Receiver only) {
        receiver = only;
    }
}
