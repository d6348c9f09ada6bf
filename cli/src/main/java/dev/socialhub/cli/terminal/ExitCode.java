package dev.socialhub.cli.terminal;

/** The exit codes that every command of the tool promises to scripts. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USAGE = 2;
    public static final int PROBLEMS_FOUND = 3;
    public static final int NOT_FOUND = 4;
    public static final int REFUSED = 5;
    public static final int PLATFORM_UNAVAILABLE = 69;
    public static final int TIMED_OUT = 124;
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
