package dev.socialhub.auth.session;

import dev.socialhub.auth.key.KeyFixture;
import dev.socialhub.shared.identity.IdentityConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What tests in other packages need from this one; remembers the sessions that were opened. */
public final class SessionFixture {

    static final TokenConfiguration CONFIGURATION =
            new TokenConfiguration(
                    KeyFixture.BASE64_KEY, Duration.ofMinutes(15), Duration.ofDays(30));

    public final List<Session> opened = new ArrayList<>();
    public final OpenSession openSession =
            new OpenSession(opened::add, CONFIGURATION, UUID::randomUUID, Clock.systemUTC());

    public static IssueTokens issueTokens() {
        IdentityConfiguration identity =
                new IdentityConfiguration(
                        "socialhub",
                        "socialhub",
                        List.of(),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5),
                        null);
        return new IssueTokens(
                new AccessTokens(
                        KeyFixture.signingKeys(), identity, CONFIGURATION, Clock.systemUTC()),
                new RefreshTokens(CONFIGURATION));
    }
}
