package dev.socialhub.loadtest.profile;

import dev.socialhub.loadtest.users.TestUsers;
import io.gatling.javaapi.core.Session;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the test users callers in turn. */
final class CallerTurns {

    private final TestUsers testUsers;
    private final AtomicLong next = new AtomicLong();

    CallerTurns(TestUsers testUsers) {
        this.testUsers = testUsers;
    }

    /** Makes the next one the caller. */
    Session next(Session session) {
        return session.set(Requests.CALLER, testUsers.user(next.getAndIncrement()));
    }
}
