package dev.socialhub.auth.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.socialhub.auth.account.EmailAddress;
import dev.socialhub.auth.account.FakeAccounts;
import dev.socialhub.auth.account.Username;
import dev.socialhub.auth.password.FakePasswords;
import dev.socialhub.auth.password.NewPassword;
import dev.socialhub.auth.password.PasswordFixture;
import dev.socialhub.auth.session.IssueTokens;
import dev.socialhub.auth.session.SessionFixture;
import dev.socialhub.auth.session.SignedIn;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignUpTest {

    private static final String PASSWORD = "SecurePass123!";
    private static final SignUpRequest JOHN =
            new SignUpRequest("  John Doe ", "John@example.com", "JohnDoe", PASSWORD);
    private static final IssueTokens ISSUE_TOKENS = SessionFixture.issueTokens();
    private static final NewPassword NEW_PASSWORD = PasswordFixture.newPassword();

    private final FakeAccounts accounts = new FakeAccounts();
    private final FakePasswords passwords = new FakePasswords();
    private final SessionFixture sessions = new SessionFixture();
    private final FakeRegister register = new FakeRegister(accounts, sessions.openSession);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final SignUp signUp =
            new SignUp(
                    NEW_PASSWORD,
                    new FirstSignUp(
                            accounts, passwords, register, UUID::randomUUID, Clock.systemUTC()),
                    new RepeatedSignUp(register, accounts, passwords, sessions.openSession),
                    ISSUE_TOKENS,
                    new SignUpMetrics(meters));

    @Test
    void opensAnAccountAndSignsItsOwnerIn() {
        SignedIn signedIn = signUp.signUp(JOHN, null, "curl/8").signedIn();

        assertThat(signedIn.message()).isEqualTo("User created successfully");
        assertThat(signedIn.user().name()).isEqualTo("John Doe");
        assertThat(signedIn.user().username()).isEqualTo("johndoe");
        assertThat(signedIn.user().email()).isEqualTo("John@example.com");
        assertThat(signedIn.user().roles()).containsExactly("USER");
        assertThat(accounts.byId(signedIn.user().id()))
                .hasValueSatisfying(account -> {
                    assertThat(account.passwordHash()).isEqualTo("hash of " + PASSWORD);
                    assertThat(account.version()).isEqualTo(1);
                });
        assertThat(sessions.opened).hasSize(1);
        assertThat(meters.get("sign.ups").counter().count()).isEqualTo(1);
    }

    @Test
    void namesTheFieldThatIsTakenWithoutHashing() {
        signUp.signUp(JOHN, null, null);

        assertThat(refused(new SignUpRequest("J", "other@example.com", "johnDOE", PASSWORD), null))
                .hasMessage("The username is taken.");
        assertThat(refused(new SignUpRequest("J", "JOHN@example.com", "other", PASSWORD), null))
                .hasMessage("The email address already has an account.");
        assertThat(passwords.hashed).hasValue(1);
    }

    @Test
    void refusesAReservedNameAndAWeakPassword() {
        assertThat(refused(new SignUpRequest("J", "j@example.com", "Admin", PASSWORD), null).type())
                .isEqualTo(ProblemType.INVALID);
        assertThat(
                        refused(new SignUpRequest("J", "j@example.com", "jane", "password1"), null)
                                .type())
                .isEqualTo(ProblemType.INVALID);
        assertThat(passwords.hashed).hasValue(0);
    }

    @Test
    void refusesTheUsersOwnNameAsPassword() {
        SignUpRequest request =
                new SignUpRequest(
                        "Bartholomew Xavier", "b@example.com", "bxq", "Bartholomew Xavier");

        assertThat(refused(request, null).type()).isEqualTo(ProblemType.INVALID);
    }

    @Test
    void signsTheSameUserInAgainForTheSameRequestAndKey() {
        SignUp.Answer first = signUp.signUp(JOHN, "key", null);
        SignUp.Answer again = signUp.signUp(JOHN, "key", null);

        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again.signedIn().user()).isEqualTo(first.signedIn().user());
        assertThat(again.signedIn().refreshToken()).isNotEqualTo(first.signedIn().refreshToken());
        assertThat(passwords.hashed).hasValue(1);
    }

    @Test
    void takesAnAccountThatTheSameRequestHasJustOpenedForItsOwn() {
        SignUp.Answer first = signUp.signUp(JOHN, "key", null);
        register.commitAfterTheNextLookUp();
        SignUp.Answer again = signUp.signUp(JOHN, "key", null);

        assertThat(again.replayed()).isTrue();
        assertThat(again.signedIn().user()).isEqualTo(first.signedIn().user());
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        signUp.signUp(JOHN, "key", null);

        SignUpRequest otherPassword =
                new SignUpRequest("John Doe", "John@example.com", "JohnDoe", PASSWORD + "?");
        SignUpRequest otherName =
                new SignUpRequest("Johnny", "John@example.com", "JohnDoe", PASSWORD);

        assertThat(refused(otherPassword, "key").type()).isEqualTo(ProblemType.KEY_REUSED);
        assertThat(refused(otherName, "key").type()).isEqualTo(ProblemType.KEY_REUSED);
        assertThat(sessions.opened).hasSize(1);
    }

    @Test
    void trimsNoPassword() {
        SignUpRequest padded =
                new SignUpRequest(
                        "Jane", "jane@example.com", "jane", "  " + PASSWORD + " e\u0301 ");

        UUID id = signUp.signUp(padded, null, null).signedIn().user().id();

        assertThat(accounts.byId(id).orElseThrow().passwordHash())
                .isEqualTo("hash of   " + PASSWORD + " \u00e9 ");
    }

    @Test
    void fingerprintsWhatWasAskedForWithoutThePassword() {
        Applicant john = Applicant.of(JOHN);

        assertThat(john.fingerprint())
                .isEqualTo(
                        new Applicant(
                                        "John Doe",
                                        new EmailAddress("john@EXAMPLE.com"),
                                        new Username("johndoe"))
                                .fingerprint())
                .isNotEqualTo(
                        new Applicant(
                                        "John D",
                                        new EmailAddress("john@example.com"),
                                        new Username("johndoe"))
                                .fingerprint());
    }

    private ProblemException refused(SignUpRequest request, @Nullable String key) {
        return catchThrowableOfType(
                ProblemException.class, () -> signUp.signUp(request, key, null));
    }
}
