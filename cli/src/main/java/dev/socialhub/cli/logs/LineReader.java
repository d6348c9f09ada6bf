package dev.socialhub.cli.logs;

/** Makes an entry of a line of one file; remembers what later lines of that file need. */
interface LineReader {
    LogEntry read(String line);
}
