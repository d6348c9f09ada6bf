package dev.socialhub.loadtest.overload;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A connection that is kept for one request after the other; it never waits. */
final class HttpConnection implements AutoCloseable {

    private static final int HTTP = 80;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ReplyParser parser = new ReplyParser();
    private ByteBuffer unsent = NOTHING;
    private @Nullable SentRequest current;
    private boolean connected;
    private boolean reused;

    private HttpConnection(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.key = channel.register(selector, SelectionKey.OP_CONNECT, this);
    }

    /**
     * Begins to connect.
     *
     * @throws IOException if that fails at once
     */
    static HttpConnection to(URI target, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            HttpConnection connection = new HttpConnection(channel, selector);
            int port = target.getPort() > 0 ? target.getPort() : HTTP;
            if (channel.connect(new InetSocketAddress(target.getHost(), port))) {
                connection.connected = true;
                connection.key.interestOps(SelectionKey.OP_READ);
            }
            return connection;
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    /** The exchange that is under way over it; null if it is free. */
    @Nullable SentRequest current() {
        return current;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Whether the other side may have closed it before it saw the request: nothing came back. */
    boolean mayHaveBeenClosed() {
        return reused && !parser.hasBegun();
    }

    /** Whether it ever came about. */
    boolean isConnected() {
        return connected;
    }

    /** Sends the request, as soon as it can. */
    void send(SentRequest exchange) throws IOException {
        current = exchange;
        parser.reset();
        unsent = ByteBuffer.wrap(exchange.request().bytes());
        if (connected) {
            write();
        }
    }

    /**
     * Continues with the operations that the selector has found possible.
     *
     * @param buffer to read into
     * @return the answer, once it is whole
     * @throws IOException if there will be none; the connection is of no use then
     */
    @Nullable Reply proceed(ByteBuffer buffer) throws IOException {
        if (key.isConnectable() && channel.finishConnect()) {
            connected = true;
            write();
        } else if (key.isWritable()) {
            write();
        }
        return key.isReadable() ? read(buffer) : null;
    }

    private void write() throws IOException {
        channel.write(unsent);
        key.interestOps(
                unsent.hasRemaining()
                        ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                        : SelectionKey.OP_READ);
    }

    private @Nullable Reply read(ByteBuffer buffer) throws IOException {
        int count = channel.read(buffer.clear());
        if (count < 0 || current == null) {
            throw new EOFException("closed the connection");
        }
        if (!parser.parse(buffer.flip())) {
            return null;
        }
        current = null;
        reused = true;
        if (parser.closes()) {
            close();
        }
        return parser.reply();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
