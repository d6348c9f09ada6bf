package dev.socialhub.cli.verify;

import dev.socialhub.cli.bus.Bus;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A bus that is connected on first use: its client is slow to load. */
final class LazyBus implements Supplier<Bus>, AutoCloseable {
    private final Supplier<Bus> connect;
    private @Nullable Bus connected;

    LazyBus(Supplier<Bus> connect) {
        this.connect = connect;
    }

    @Override
    public synchronized Bus get() {
        if (connected == null) {
            connected = connect.get();
        }
        return connected;
    }

    @Override
    public synchronized void close() {
        if (connected != null) {
            connected.close();
        }
    }
}
