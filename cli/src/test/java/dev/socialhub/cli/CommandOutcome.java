package dev.socialhub.cli;

/** The output of one call of the tool and its exit code. */
public record CommandOutcome(int exitCode, String out, String err) {}
