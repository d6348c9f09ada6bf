package dev.socialhub.loadtest.http;

import io.gatling.javaapi.core.Session;
import java.util.Objects;

/** What a user's session keeps from one step for the next, and must be there by then. */
public final class SessionValues {

    private SessionValues() {}

    /** A text, such as one that a check has saved. */
    public static String text(Session session, String name) {
        return of(String.class, session, name);
    }

    /** Anything. */
    public static <T> T of(Class<T> type, Session session, String name) {
        return Objects.requireNonNull(type.cast(session.get(name)), name);
    }
}
