package dev.socialhub.backing;

import dev.socialhub.backing.process.Launch;
import java.time.Duration;

/** One server that SocialHub brings along: how to prepare, start and ask it. */
public interface BackingServer {
    /** {@code postgres}, {@code redis}, {@code kafka} or {@code mongodb}. */
    String name();

    /** The port on 127.0.0.1 on which it serves its clients. */
    int port();

    /**
     * Unpacks programs and makes the data folder. May be repeated at any time, also after it was
     * interrupted; harmless while the server runs.
     *
     * @throws BackingFailure if the port is taken, the folder is not writable, the platform or the
     *     data doesn't fit
     */
    void prepare();

    /** The command that runs it in the foreground; the process is the server itself. */
    Launch launch();

    /** Whether it answers its own protocol now; never waits longer than about a second. */
    boolean answers();

    /** How long an orderly stop may take before the process is killed. */
    Duration stopGrace();
}
