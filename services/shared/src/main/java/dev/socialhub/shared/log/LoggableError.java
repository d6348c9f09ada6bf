package dev.socialhub.shared.log;

import java.net.SocketException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An error as it may be logged: its class and where it was thrown. Parsers and databases quote
 * their input in messages, and that input belongs to users; so only messages about the program
 * itself are kept.
 */
public final class LoggableError extends Exception {

    private static final int DEEPEST_CAUSE = 10;
    private static final Set<Class<?>> ABOUT_THE_PROGRAM =
            Set.of(
                    NullPointerException.class,
                    ClassCastException.class,
                    IndexOutOfBoundsException.class,
                    ArrayIndexOutOfBoundsException.class,
                    ArithmeticException.class,
                    StackOverflowError.class,
                    OutOfMemoryError.class);

    private LoggableError(Throwable error, @Nullable LoggableError cause) {
        super(messageOf(error), cause);
        setStackTrace(error.getStackTrace());
    }

    /** Of this error and its causes. */
    public static LoggableError of(Throwable error) {
        return of(error, 0);
    }

    private static LoggableError of(Throwable error, int depth) {
        Throwable cause = error.getCause();
        return new LoggableError(
                error, cause == null || depth == DEEPEST_CAUSE ? null : of(cause, depth + 1));
    }

    private static String messageOf(Throwable error) {
        String name = error.getClass().getName();
        return switch (error) {
            case SQLException sql -> name + ": SQLSTATE " + sql.getSQLState();
            case SocketException _ -> error.toString();
            default -> ABOUT_THE_PROGRAM.contains(error.getClass()) ? error.toString() : name;
        };
    }
}
