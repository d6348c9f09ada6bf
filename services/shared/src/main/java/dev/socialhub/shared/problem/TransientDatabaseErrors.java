package dev.socialhub.shared.problem;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells database errors that pass by themselves, such as a server being away, from those that never
 * will.
 */
public final class TransientDatabaseErrors {

    /**
     * SQLSTATE classes: 08 connection, 40 rollback (serialisation, deadlock), 53 resources, 55
     * object state (lock not available), 57 operator intervention (shutdown), 58 system.
     */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    /** What Hikari says, without a SQLSTATE, of a connection that broke after it was handed out. */
    private static final String CLOSED_BY_POOL = "Connection is closed";

    /**
     * What Hikari says when no connection became free in time. All that it has are in use; without
     * a server it has none.
     */
    private static final Pattern POOL_USED_UP =
            Pattern.compile(
                    "Connection is not available.*"
                            + "\\(total=([1-9]\\d*), active=\\1, idle=0, waiting=\\d+\\)");

    private TransientDatabaseErrors() {}

    /** Whether this error or one of its causes will pass. */
    public static boolean isBehind(@Nullable Throwable error) {
        return behind(error) != null;
    }

    /** The first of this error and its causes that will pass, or null when none will. */
    public static @Nullable Throwable behind(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (isPassing(cause)) {
                return cause;
            }
        }
        return null;
    }

    /**
     * Whether this error or one behind it says that all database connections are in use. That is a
     * matter of load: the database answers.
     */
    public static boolean isPoolUsedUp(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof SQLTransientConnectionException
                    && message != null
                    && POOL_USED_UP.matcher(message).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether this error itself will pass. */
    public static boolean isPassing(Throwable error) {
        return switch (error) {
            case SQLTransientException _, SQLRecoverableException _ -> true;
            case SQLException e ->
                    e.getSQLState() == null
                            ? CLOSED_BY_POOL.equals(e.getMessage())
                            : isPassing(e.getSQLState());
            default -> false;
        };
    }

    private static boolean isPassing(String state) {
        return state.length() >= 2 && TRANSIENT_CLASSES.contains(state.substring(0, 2));
    }
}
