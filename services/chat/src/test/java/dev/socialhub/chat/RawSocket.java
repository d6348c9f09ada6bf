package dev.socialhub.chat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket whose frames a test sends and reads itself, as with wscat; it answers pings. */
public final class RawSocket implements WebSocket.Listener, AutoCloseable {

    private static final String ENGINE = "socket.io/?EIO=4&transport=websocket";

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private volatile boolean reading = true;

    private RawSocket(URI address, @Nullable String token) {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        socket = builder.buildAsync(address, this).join();
    }

    /** A session of Engine.IO; the token, if any, is in the request's header. */
    public static RawSocket open(RunningChat chat, @Nullable String token) {
        return at(chat, ENGINE, token);
    }

    public static RawSocket at(RunningChat chat, String path, @Nullable String token) {
        URI address = chat.address();
        return new RawSocket(URI.create("ws://" + address.getAuthority() + "/" + path), token);
    }

    /** Connected to the main namespace, by a token in the packet. */
    public static RawSocket connected(RunningChat chat, String token) {
        RawSocket socket = open(chat, null);
        socket.expect("0{");
        socket.send("40{\"token\":\"" + token + "\"}");
        socket.expect("40{");
        return socket;
    }

    public RawSocket send(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    /** Sends what the server may not read to its end. */
    public void sendInVain(String message) {
        var _ = socket.sendText(message, true).handle((_, _) -> null).join();
    }

    public RawSocket send(byte[] message) {
        socket.sendBinary(ByteBuffer.wrap(message), true).join();
        return this;
    }

    /** The next message, which begins so. */
    public String expect(String begin) {
        String message = next();
        if (!message.startsWith(begin)) {
            throw new AssertionError("expected " + begin + ", received " + message);
        }
        return message;
    }

    /** The next message but for pings. */
    public String next() {
        try {
            String message = received.poll(20, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing received, closed: " + closed);
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The status with which the server has closed the connection. */
    public int closeStatus() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /** From the message after the next on, nothing is taken from the network. */
    public void stopReading() {
        reading = false;
    }

    /** As a broken network does it. */
    public void abort() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            String message = part.toString();
            part.setLength(0);
            if (message.equals("2")) {
                var _ = from.sendText("3", true);
            } else {
                received.add(message);
            }
        }
        if (reading) {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
