package dev.socialhub.cli.lifecycle;

import dev.socialhub.cli.platform.Platform;
import java.util.function.Consumer;

/** Fills a platform that has just been started with generated users. */
public interface StartSeeding {

    /**
     * Prepares the work to be done once the platform is ready, and given to it then.
     *
     * @param profile how much
     * @throws dev.socialhub.cli.terminal.OperatorError (wrong usage) for an unknown one
     */
    Consumer<Platform> with(String profile);
}
