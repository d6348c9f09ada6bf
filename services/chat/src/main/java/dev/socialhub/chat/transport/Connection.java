package dev.socialhub.chat.transport;

import dev.socialhub.chat.metrics.SocketMetrics.Transport;
import dev.socialhub.shared.log.LoggableError;
import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's connection, whatever carries it. All that is sent is sent on its event loop, so that
 * it stays in order; what is received is handled on virtual threads, one message after the other.
 */
public abstract class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final String id;
    private final EventLoop loop;
    private final Connections connections;
    private final SerialQueue queue;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final long openedAt;
    private @Nullable Receiver receiver;
    private volatile long receivedAt;
    private volatile long pingedAt;
    private volatile boolean letIn;
    private volatile boolean paused;

    @SuppressWarnings("this-escape") // The queue calls back only after something was added.
    protected Connection(String id, EventLoop loop, Connections connections) {
        this.id = id;
        this.loop = loop;
        this.connections = connections;
        this.queue = connections.queue(this::setFull);
        this.openedAt = connections.now();
        this.receivedAt = openedAt;
        this.pingedAt = openedAt;
    }

    final void receiver(Receiver made) {
        receiver = made;
    }

    public final String id() {
        return id;
    }

    /** The event loop on which {@link #write} is called. */
    public final EventLoop loop() {
        return loop;
    }

    /** Sends a message, from any thread; those of one thread stay in order. */
    public final void send(byte[] message) {
        loop.execute(() -> write(message, TextFrame.NO_SUFFIX));
    }

    /** Sends body and suffix as one message. On the event loop. */
    public abstract void write(byte[] body, byte[] suffix);

    /** Sends a message that others get too. On the event loop. */
    public abstract void write(SharedMessage message);

    /**
     * So many bytes come at once because the client asked for them: they are no sign of a client
     * that reads too slowly. On the event loop.
     */
    public abstract void expect(int bytes);

    /** Runs this after what was received before. */
    public final void enqueue(Runnable work) {
        add(0, work);
    }

    private void add(int size, Runnable work) {
        queue.add(
                size,
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.error("What a client sent could not be handled", LoggableError.of(e));
                        end(EndReason.FAILED);
                    }
                });
    }

    /** The client's token was accepted, so the connection may stay open. */
    public final void letIn() {
        letIn = true;
    }

    public final boolean hasEnded() {
        return ended.get();
    }

    /**
     * Ends the connection, from any thread.
     *
     * @param reason a fixed word, for the log
     */
    public final void end(EndReason reason) {
        if (ended.compareAndSet(false, true)) {
            connections.remove(this, reason);
            loop.execute(() -> closeTransport(reason));
            add(0, this::tellEnd);
        }
    }

    private void tellEnd() {
        if (receiver != null) {
            receiver.ended();
        }
    }

    /** Looks for what is overdue; every second. */
    final void check(long now, TransportConfiguration settings) {
        if (paused) {
            receivedAt = now;
        }
        long interval = settings.pingInterval().toMillis();
        if (!letIn && now - openedAt > settings.connectTimeout().toMillis()) {
            end(EndReason.NOT_LET_IN);
        } else if (now - receivedAt > interval + settings.pingTimeout().toMillis()) {
            end(EndReason.PING_TIMEOUT);
        } else {
            if (now - pingedAt >= interval) {
                pingedAt = now;
                loop.execute(this::ping);
            }
            checkTransport(now, settings);
            if (receiver != null) {
                receiver.check(now);
            }
        }
    }

    /** What was received shows that the client is there. */
    protected final void seen() {
        receivedAt = connections.now();
    }

    protected final void received(String message) {
        if (receiver != null) {
            Receiver target = receiver;
            add(message.length(), () -> target.text(message));
        }
    }

    protected final void received(byte[] message) {
        if (receiver != null) {
            Receiver target = receiver;
            add(message.length, () -> target.binary(message));
        }
    }

    /** Whether more waits to be handled than should be received. */
    protected final boolean isFull() {
        return queue.isFull();
    }

    private void setFull(boolean full) {
        paused = full;
        loop.execute(() -> setReading(!full));
    }

    /** How many connections there are is counted by this. */
    abstract Transport transport();

    /** On the event loop, as the following. */
    protected abstract void ping();

    protected abstract void setReading(boolean reading);

    protected abstract void closeTransport(EndReason reason);

    /** On the thread that looks after all connections. */
    protected void checkTransport(long now, TransportConfiguration settings) {}
}
