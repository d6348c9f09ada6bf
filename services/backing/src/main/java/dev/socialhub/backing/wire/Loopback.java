package dev.socialhub.backing.wire;

import dev.socialhub.backing.BackingFailure;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/** Short conversations with servers on 127.0.0.1. */
public final class Loopback {
    private static final int TIMEOUT_MILLIS = 1_000;
    private static final int FIRST_FREE = 20_000;
    private static final int FIRST_EPHEMERAL = 32_768;

    private Loopback() {}

    /** Judges the first bytes of an answer. */
    @FunctionalInterface
    public interface Judge {
        boolean accepts(DataInputStream answer) throws IOException;
    }

    /** Sends one request and judges the answer; a refused, silent or odd server is a no. */
    public static boolean ask(int port, byte[] request, Judge judge) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return judge.accepts(new DataInputStream(socket.getInputStream()));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * @throws BackingFailure if another program listens there
     */
    public static void requireFree(String server, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address(), port));
        } catch (IOException e) {
            throw new BackingFailure(
                    "port " + port + " for " + server + " is taken by another program",
                    "stop that program, or choose another port for " + server,
                    e);
        }
    }

    /**
     * A port that was free a moment ago. It lies below those that the kernel gives to outgoing
     * connections: any client could take one of these while a server is being restarted, even the
     * one that tries to reconnect to it.
     */
    public static int freePort() {
        return freePort(FIRST_FREE, FIRST_EPHEMERAL);
    }

    /** The same among these numbers, the second of which is the first that is none of them. */
    public static int freePort(int first, int beyond) {
        for (var attempt = 0; attempt < 1_000; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(first, beyond);
            try (var socket = new ServerSocket(port, 1, address())) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // Taken by another program: try the next.
            }
        }
        throw new BackingFailure(
                "no free port on 127.0.0.1", "check which programs use so many ports");
    }

    private static InetAddress address() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
