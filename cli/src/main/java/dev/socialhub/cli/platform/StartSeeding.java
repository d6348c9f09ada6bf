package dev.socialhub.cli.platform;

/** Fills a platform that has just been started with generated users. */
public interface StartSeeding {

    /**
     * Prepares the work to be done once the platform is ready.
     *
     * @param profile how much
     * @throws dev.socialhub.cli.terminal.OperatorError (wrong usage) for an unknown one
     */
    Runnable with(String profile);
}
