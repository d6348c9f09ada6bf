package dev.socialhub.loadtest.profile;

import dev.socialhub.loadtest.users.TestUsers;
import io.gatling.javaapi.core.Session;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the users of the cast callers in turn. */
final class CallerTurns {

    private final TestUsers cast;
    private final AtomicLong next = new AtomicLong();

    CallerTurns(TestUsers cast) {
        this.cast = cast;
    }

    /** Makes the next one the caller. */
    Session next(Session session) {
        return session.set(Requests.CALLER, cast.person(next.getAndIncrement()));
    }
}
