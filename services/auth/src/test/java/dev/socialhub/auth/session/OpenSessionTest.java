package dev.socialhub.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.auth.account.Account;
import dev.socialhub.auth.account.EmailAddress;
import dev.socialhub.auth.account.Username;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenSessionTest {

    private static final Account JOHN =
            new Account(
                    UUID.randomUUID(),
                    new Username("johndoe"),
                    new EmailAddress("john@example.com"),
                    "John Doe",
                    "",
                    List.of("USER"),
                    1,
                    Instant.EPOCH);

    private final SessionFixture sessions = new SessionFixture();

    @Test
    void beginsAFamilyOfItsOwn() {
        Session one = sessions.openSession.open(JOHN, "curl/8");
        Session two = sessions.openSession.open(JOHN, null);

        assertThat(sessions.opened).containsExactly(one, two);
        assertThat(one.family()).isNotEqualTo(two.family());
        assertThat(one.generation()).isZero();
        assertThat(Duration.between(one.createdAt(), one.expiresAt())).hasDays(30);
    }

    @Test
    void keepsOnlyAPrintableBeginningOfTheUserAgent() {
        Session session = sessions.openSession.open(JOHN, "a\u001b[31mb\u00e9" + "x".repeat(500));

        assertThat(session.userAgent()).startsWith("a?[31mb?xxx").hasSize(200);
    }

    @Test
    void opensNoneOfAnAccountThatHasJustBeenClosed() {
        OpenSession late =
                new OpenSession(
                        _ -> false,
                        SessionFixture.CONFIGURATION,
                        UUID::randomUUID,
                        Clock.systemUTC());

        assertThatThrownBy(() -> late.open(JOHN, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.UNAUTHORIZED));
    }
}
