package dev.socialhub.gateway.admission;

import dev.socialhub.gateway.route.RequestTarget;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The session that a request for a stream names: {@code sid=<node>.<rest>} in its query. */
final class SessionNode {

    private static final Pattern SESSION = Pattern.compile("([A-Za-z0-9_-]{1,64})\\..+");

    private SessionNode() {}

    /** Whether the request names a session at all. */
    static boolean isNamed(RequestTarget target) {
        return !target.query().isEmpty() && !target.parameters("sid").isEmpty();
    }

    /** The node of the session; empty when the session names none, or is not the only one. */
    static Optional<String> of(RequestTarget target) {
        List<String> sessions = target.parameters("sid");
        if (sessions.size() != 1) {
            return Optional.empty();
        }
        Matcher parts = SESSION.matcher(sessions.getFirst());
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }
}
