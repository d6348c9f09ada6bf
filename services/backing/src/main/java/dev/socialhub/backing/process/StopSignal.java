package dev.socialhub.backing.process;

/** What asks a process to end in order. */
public enum StopSignal {
    TERM,
    /** PostgreSQL's fast shutdown; its SIGTERM would wait for every client to leave. */
    INT
}
