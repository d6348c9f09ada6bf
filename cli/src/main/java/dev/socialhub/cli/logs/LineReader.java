package dev.socialhub.cli.logs;

/** Parses a line of one file into an entry; keeps the state that later lines of that file need. */
interface LineReader {
    LogEntry read(String line);
}
