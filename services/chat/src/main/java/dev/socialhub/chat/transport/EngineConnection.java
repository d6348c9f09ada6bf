package dev.socialhub.chat.transport;

import dev.socialhub.chat.engineio.EnginePacket;
import dev.socialhub.chat.engineio.EnginePacketType;
import dev.socialhub.chat.engineio.MalformedPacketException;
import dev.socialhub.chat.metrics.SocketMetrics.Transport;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A session of Engine.IO, which begins with long polling or with a WebSocket, and may change from
 * the first to the second. What is sent during the change waits for the one that the client reads
 * next.
 */
final class EngineConnection extends Connection {

    static final String PROBE = "probe";

    private static final byte[] PING = EnginePacket.write(EnginePacketType.PING, "");

    private final Connections connections;
    private final int maxPending;

    // On the event loop alone.
    private final LongPolling polling;
    private @Nullable WebSocketLink link;
    private @Nullable WebSocketLink candidate;
    private @Nullable CompletableFuture<Boolean> posted;

    private volatile boolean websocket;
    private volatile long candidateSince;

    EngineConnection(String id, EventLoop loop, Connections connections) {
        super(id, loop, connections);
        this.connections = connections;
        this.maxPending = connections.settings().maxPending();
        this.polling = new LongPolling(maxPending);
    }

    /** The session begins with this WebSocket. */
    void begin(Channel channel) {
        link = new WebSocketLink(channel, maxPending);
        websocket = true;
        begin(List.of());
    }

    /** Sends what every session begins with. */
    void begin(List<String> upgrades) {
        send(
                EnginePacket.write(
                        EnginePacketType.OPEN, connections.settings().handshake(id(), upgrades)));
    }

    @Override
    Transport transport() {
        return websocket ? Transport.WEBSOCKET : Transport.POLLING;
    }

    @Override
    public void write(byte[] body, byte[] suffix) {
        boolean taken =
                link != null
                        ? link.write(body, suffix)
                        : polling.add(LongPolling.join(body, suffix));
        if (!taken) {
            end(EndReason.SLOW_READER);
        }
    }

    @Override
    public void write(SharedMessage message) {
        boolean taken = link != null ? link.write(message) : polling.add(message.text());
        if (!taken) {
            end(EndReason.SLOW_READER);
        }
    }

    @Override
    public void expect(int bytes) {
        if (link != null) {
            link.expect(bytes);
        } else {
            polling.expect(bytes);
        }
    }

    @Override
    protected void ping() {
        write(PING, TextFrame.NO_SUFFIX);
    }

    /** One packet that the client sent, over either. */
    void receive(EnginePacket packet) {
        seen();
        switch (packet) {
            case EnginePacket.Binary(byte[] data) -> received(data);
            case EnginePacket.Text(EnginePacketType type, String data) -> {
                switch (type) {
                    case MESSAGE -> received(data);
                    case PING -> send(EnginePacket.write(EnginePacketType.PONG, data));
                    case CLOSE -> end(EndReason.CLIENT);
                    case PONG, NOOP -> {}
                    case OPEN, UPGRADE -> end(EndReason.PROTOCOL);
                }
            }
        }
    }

    /** A frame of this channel, on the thread of the channel. */
    void receive(Channel channel, String frame) {
        try {
            EnginePacket.Text packet = EnginePacket.read(frame);
            loop().execute(() -> route(channel, packet));
        } catch (MalformedPacketException e) {
            lost(channel, EndReason.PROTOCOL);
        }
    }

    void receive(Channel channel, byte[] frame) {
        loop().execute(() -> {
            if (link != null && link.isOn(channel)) {
                receive(new EnginePacket.Binary(frame));
            }
        });
    }

    private void route(Channel channel, EnginePacket.Text packet) {
        if (hasEnded()) {
            return;
        }
        if (link != null && link.isOn(channel)) {
            receive(packet);
        } else if (candidate != null && candidate.isOn(channel)) {
            upgrade(candidate, packet);
        }
    }

    private void upgrade(WebSocketLink to, EnginePacket.Text packet) {
        seen();
        if (packet.type() == EnginePacketType.PING && packet.data().equals(PROBE)) {
            to.write(EnginePacket.write(EnginePacketType.PONG, PROBE), TextFrame.NO_SUFFIX);
            polling.setUpgrading(true);
        } else if (packet.type() == EnginePacketType.UPGRADE) {
            connections.upgraded(
                    this,
                    () -> {
                        link = to;
                        candidate = null;
                        candidateSince = 0;
                        websocket = true;
                    });
            polling.leave();
            polling.drain().forEach(waiting -> write(waiting, TextFrame.NO_SUFFIX));
        } else {
            dropCandidate(EndReason.PROTOCOL);
        }
    }

    private void dropCandidate(EndReason reason) {
        if (candidate != null) {
            candidate.close(reason.status());
            candidate = null;
            candidateSince = 0;
            polling.setUpgrading(false);
        }
    }

    /** A WebSocket that the client wants to change to; refused while there is another. */
    void offer(Channel channel) {
        loop().execute(() -> {
            WebSocketLink offered = new WebSocketLink(channel, maxPending);
            if (hasEnded() || link != null || candidate != null) {
                offered.close(EndReason.PROTOCOL.status());
            } else {
                candidate = offered;
                candidateSince = connections.now();
            }
        });
    }

    /** A channel is closed, or must be for this reason. */
    void lost(Channel channel, EndReason reason) {
        loop().execute(() -> {
            if (link != null && link.isOn(channel)) {
                end(reason);
            } else if (candidate != null && candidate.isOn(channel)) {
                dropCandidate(reason);
            }
        });
    }

    /** What waits for the client, or what comes next; null if the client may not ask now. */
    CompletionStage<byte @Nullable []> poll() {
        CompletableFuture<byte @Nullable []> answer = new CompletableFuture<>();
        loop().execute(() -> {
            seen();
            if (hasEnded() || link != null) {
                answer.complete(null);
            } else if (!polling.poll(answer)) {
                answer.complete(null);
                end(EndReason.PROTOCOL);
            }
        });
        return answer;
    }

    /**
     * Takes the packets of a request.
     *
     * @return true as soon as more may be sent; false if the client may not send now
     */
    CompletionStage<Boolean> post(List<EnginePacket> packets) {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        loop().execute(() -> {
            if (hasEnded() || link != null || posted != null) {
                taken.complete(false);
                if (link == null) {
                    end(EndReason.PROTOCOL);
                }
                return;
            }
            packets.forEach(this::receive);
            if (isFull()) {
                posted = taken;
            } else {
                taken.complete(true);
            }
        });
        return taken;
    }

    @Override
    protected void setReading(boolean reading) {
        if (link != null) {
            link.setReading(reading);
        }
        if (reading && posted != null) {
            CompletableFuture<Boolean> waiting = posted;
            posted = null;
            waiting.complete(true);
        }
    }

    @Override
    protected void checkTransport(long now, TransportConfiguration settings) {
        long since = candidateSince;
        if (since > 0 && now - since > settings.connectTimeout().toMillis()) {
            loop().execute(() -> dropCandidate(EndReason.NOT_LET_IN));
        }
    }

    @Override
    protected void closeTransport(EndReason reason) {
        dropCandidate(reason);
        polling.close();
        setReading(true);
        if (link != null) {
            if (reason == EndReason.SLOW_READER) {
                link.cut();
            } else {
                link.close(reason.status());
            }
        }
    }
}
