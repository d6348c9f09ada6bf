package dev.socialhub.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A program that has nothing to do with the platform and occupies one of its ports. */
final class PortSquatter {

    private PortSquatter() {}

    /** Listens on the port in its first argument, says so, and runs until it is killed. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            System.out.println("listening");
            while (!socket.isClosed()) {
                socket.accept().close();
            }
        }
    }

    /** Starts a process that listens there when this returns. */
    static Process on(int port) throws IOException {
        Path classes =
                Path.of(
                        PortSquatter.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath());
        Process squatter =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                classes.toString(),
                                PortSquatter.class.getName(),
                                Integer.toString(port))
                        .start();
        if (squatter.inputReader().readLine() == null) {
            throw new IOException("port " + port + " is taken already");
        }
        return squatter;
    }
}
