package dev.socialhub.cli.terminal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error for the operator: one line that says what is wrong, what to do next, and the exit code.
 * Its stack trace is shown only under {@code --debug}.
 */
public final class OperatorError extends RuntimeException {
    private final int exitCode;
    private final String fix;
    private final List<String> details;

    public OperatorError(int exitCode, String problem, String fix) {
        this(exitCode, problem, fix, null);
    }

    public OperatorError(int exitCode, String problem, String fix, @Nullable Throwable cause) {
        this(exitCode, problem, fix, List.of(), cause);
    }

    /**
     * @param details lines shown above the error, such as the end of a log
     */
    public OperatorError(
            int exitCode,
            String problem,
            String fix,
            List<String> details,
            @Nullable Throwable cause) {
        super(problem, cause);
        this.exitCode = exitCode;
        this.fix = fix;
        this.details = List.copyOf(details);
    }

    public int exitCode() {
        return exitCode;
    }

    public String fix() {
        return fix;
    }

    public List<String> details() {
        return details;
    }

    /** The problem and its fix in one line. */
    public String line() {
        String problem = String.valueOf(getMessage());
        return (fix.isEmpty() ? problem : problem + ": " + fix).replaceAll("\\s*\\R\\s*", " ");
    }
}
