package dev.socialhub.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.socialhub.auth.account.Account;
import dev.socialhub.auth.account.EmailAddress;
import dev.socialhub.auth.account.FakeAccounts;
import dev.socialhub.auth.account.Username;
import dev.socialhub.auth.password.FakePasswords;
import dev.socialhub.auth.session.IssueTokens;
import dev.socialhub.auth.session.SessionFixture;
import dev.socialhub.auth.session.SignedIn;
import dev.socialhub.shared.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogInTest {

    private static final IssueTokens ISSUE_TOKENS = SessionFixture.issueTokens();

    private final FakeAccounts accounts = new FakeAccounts();
    private final FakePasswords passwords = new FakePasswords();
    private final SessionFixture sessions = new SessionFixture();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final LogIn logIn =
            new LogIn(
                    accounts,
                    passwords,
                    sessions.openSession,
                    ISSUE_TOKENS,
                    new LoginMetrics(meters));

    @BeforeEach
    void addJohn() {
        accounts.add(
                new Account(
                        UUID.randomUUID(),
                        new Username("johndoe"),
                        new EmailAddress("John@example.com"),
                        "John Doe",
                        "hash of right",
                        List.of("USER"),
                        1,
                        Instant.EPOCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"johndoe", "JohnDoe", "john@example.com", "JOHN@EXAMPLE.COM"})
    void opensASessionByUsernameOrAddressInAnyCase(String identifier) {
        SignedIn signedIn = logIn.logIn(identifier, "right", "curl/8");

        assertThat(signedIn.message()).isEqualTo("Login successful");
        assertThat(signedIn.user().username()).isEqualTo("johndoe");
        assertThat(signedIn.expiresIn()).isEqualTo(900);
        assertThat(sessions.opened).hasSize(1);
    }

    @Test
    void answersAlikeForAWrongPasswordAndAnUnknownAccount() {
        ProblemException wrong = refused("johndoe", "wrong");
        ProblemException unknown = refused("nobody", "wrong");

        assertThat(unknown.problem()).isEqualTo(wrong.problem());
        assertThat(wrong.type().status()).isEqualTo(401);
        assertThat(sessions.opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "no", "nobody@example.com", "@", "no\0body", "", "' or 1=1"})
    void hashesForAccountsThatDoNotExist(String identifier) {
        refused(identifier, "wrong");

        assertThat(passwords.pretended).hasValue(1);
        assertThat(passwords.verified).hasValue(0);
    }

    @Test
    void hashesOnceForAWrongPassword() {
        refused("johndoe", "wrong");

        assertThat(passwords.pretended).hasValue(0);
        assertThat(passwords.verified).hasValue(1);
    }

    @Test
    void hashesAnewWhatAnOlderHashWasMadeOf() {
        UUID ann = UUID.randomUUID();
        accounts.add(
                new Account(
                        ann,
                        new Username("ann"),
                        new EmailAddress("ann@example.com"),
                        "Ann",
                        FakePasswords.hashOf("cafe\u0301"),
                        List.of("USER"),
                        1,
                        Instant.EPOCH));
        refused("ann", "caf\u00e9");

        logIn.logIn("ann", "cafe\u0301", null);

        assertThat(accounts.byId(ann).orElseThrow().passwordHash())
                .isEqualTo(FakePasswords.hashOf("caf\u00e9"));
        assertThat(passwords.hashed).hasValue(1);
        logIn.logIn("ann", "caf\u00e9", null);
        logIn.logIn("ann", "cafe\u0301", null);
        assertThat(passwords.hashed).hasValue(1);
    }

    @Test
    void countsHowLoginsEnd() {
        assertThat(logins("succeeded") + logins("refused") + logins("rejected")).isZero();

        logIn.logIn("johndoe", "right", null);
        refused("johndoe", "wrong");
        refused("nobody", "right");
        refused("johndoe", "\ud800");
        passwords.busy = true;
        refused("johndoe", "right");

        assertThat(logins("succeeded")).isEqualTo(1);
        assertThat(logins("refused")).isEqualTo(2);
        assertThat(logins("rejected")).isEqualTo(1);
    }

    private double logins(String result) {
        return meters.get("logins").tag("result", result).counter().count();
    }

    private ProblemException refused(String identifier, String password) {
        return catchThrowableOfType(
                ProblemException.class, () -> logIn.logIn(identifier, password, null));
    }
}
