package dev.socialhub.loadtest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Ends this program when the process that started it has ended, in whatever way: the pipe between
 * them is closed by the kernel. Otherwise load whose figures are never read would go on.
 */
final class ParentWatch {

    /** As if it had been sent SIGTERM. */
    private static final int TERMINATED = 143;

    private ParentWatch() {}

    static void to(InputStream pipe) {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> exitAtEndOf(pipe));
    }

    private static void exitAtEndOf(InputStream pipe) {
        try {
            pipe.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            System.err.println("The connection to the parent process is lost: " + broken);
        }
        System.exit(TERMINATED);
    }
}
