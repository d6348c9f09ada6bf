package dev.socialhub.chat.transport;

import dev.socialhub.chat.engineio.EnginePacket;
import dev.socialhub.chat.engineio.EnginePacketType;
import dev.socialhub.chat.engineio.PollingPayload;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a client that polls, or the client's request that waits for something. Used on the
 * event loop of the connection alone.
 */
final class LongPolling {

    private static final byte[] NOOP = EnginePacket.write(EnginePacketType.NOOP, "");
    private static final byte[] CLOSE = EnginePacket.write(EnginePacketType.CLOSE, "");

    private final int maxPending;
    private final Queue<byte[]> packets = new ArrayDeque<>(0);
    private int pending;
    private int largest;
    private boolean upgrading;
    private @Nullable CompletableFuture<byte @Nullable []> request;

    LongPolling(int maxPending) {
        this.maxPending = maxPending;
    }

    static byte[] join(byte[] body, byte[] suffix) {
        if (suffix.length == 0) {
            return body;
        }
        byte[] packet = Arrays.copyOf(body, body.length + suffix.length);
        System.arraycopy(suffix, 0, packet, body.length, suffix.length);
        return packet;
    }

    /** So many bytes may wait besides, until nothing does. */
    void expect(int bytes) {
        largest = Math.max(largest, bytes);
    }

    /**
     * Adds a packet for the client.
     *
     * @return false if too much waits already
     */
    boolean add(byte[] packet) {
        if (pending > maxPending + largest) {
            return false;
        }
        packets.add(packet);
        pending += packet.length;
        expect(packet.length);
        answer();
        return true;
    }

    /**
     * The client asks, and is answered as soon as there is something.
     *
     * @return false if it is still waiting for the answer to another request
     */
    boolean poll(CompletableFuture<byte @Nullable []> asked) {
        if (request != null) {
            return false;
        }
        request = asked;
        answer();
        return true;
    }

    /**
     * While the client changes to a WebSocket its requests are answered at once, since it changes
     * only when none is open.
     */
    void setUpgrading(boolean changing) {
        upgrading = changing;
        answer();
    }

    private void answer() {
        if (request != null && (!packets.isEmpty() || upgrading)) {
            List<byte[]> left = drain();
            complete(left.isEmpty() ? NOOP : PollingPayload.write(left));
        }
    }

    /** Takes all that waits. */
    List<byte[]> drain() {
        List<byte[]> left = List.copyOf(packets);
        packets.clear();
        pending = 0;
        largest = 0;
        return left;
    }

    /** The client has changed to a WebSocket. */
    void leave() {
        if (request != null) {
            complete(NOOP);
        }
    }

    /** Tells the client that asks, if it does, that the session is over. */
    void close() {
        packets.clear();
        if (request != null) {
            complete(CLOSE);
        }
    }

    private void complete(byte[] body) {
        CompletableFuture<byte @Nullable []> waiting = request;
        request = null;
        if (waiting != null) {
            waiting.complete(body);
        }
    }
}
