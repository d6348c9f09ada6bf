package dev.socialhub.cli.terminal;

/** The values of {@code -o}. */
public enum OutputFormat {
    table,
    json,
    yaml
}
