package dev.socialhub.auth.session;

import dev.socialhub.auth.account.Account;
import dev.socialhub.shared.ids.Ids;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs a device in. */
@Singleton
public final class OpenSession {

    private static final int MAX_USER_AGENT = 200;

    private final Sessions sessions;
    private final TokenConfiguration configuration;
    private final Ids ids;
    private final Clock clock;

    OpenSession(Sessions sessions, TokenConfiguration configuration, Ids ids, Clock clock) {
        this.sessions = sessions;
        this.configuration = configuration;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores a new session; joins a running transaction.
     *
     * @throws ProblemException 401 when the account has just been deleted
     */
    public Session open(Account account, @Nullable String userAgent) {
        Instant now = clock.instant();
        Session session =
                new Session(
                        ids.next(),
                        account.id(),
                        UUID.randomUUID(),
                        0,
                        printable(userAgent),
                        now,
                        now.plus(configuration.sessionLifeTime()));
        if (!sessions.add(session)) {
            throw new ProblemException(
                    ProblemType.UNAUTHORIZED, "There is no such account any more.");
        }
        return session;
    }

    /**
     * The header in a form that is safe to store and show: its beginning, without control
     * characters.
     */
    private static @Nullable String printable(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        String clean = userAgent.replaceAll("[^\\x20-\\x7e]", "?");
        return clean.substring(0, Math.min(clean.length(), MAX_USER_AGENT));
    }
}
