package dev.socialhub.cli.support;

import dev.socialhub.cli.terminal.Terminal;

/** The tool itself, to be run with another terminal. */
@FunctionalInterface
public interface Tool {
    /** Runs one command and returns its exit code. */
    int run(Terminal terminal, String... words);
}
