package dev.socialhub.auth.signup;

import dev.socialhub.auth.password.NewPassword;
import dev.socialhub.auth.session.IssueTokens;
import dev.socialhub.auth.session.SignedIn;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates an account and signs its owner in; with a key, only once, however often it is requested.
 */
@Singleton
final class SignUp {

    private static final Logger LOG = LoggerFactory.getLogger(SignUp.class);

    private final NewPassword newPassword;
    private final FirstSignUp first;
    private final RepeatedSignUp repeated;
    private final IssueTokens issueTokens;
    private final SignUpMetrics metrics;

    SignUp(
            NewPassword newPassword,
            FirstSignUp first,
            RepeatedSignUp repeated,
            IssueTokens issueTokens,
            SignUpMetrics metrics) {
        this.newPassword = newPassword;
        this.first = first;
        this.repeated = repeated;
        this.issueTokens = issueTokens;
        this.metrics = metrics;
    }

    /**
     * Signs up.
     *
     * @param key the client's idempotency key, if it sent one
     * @throws ProblemException 409 for a name or address that is taken, 422 for a field that can't
     *     be accepted or a key that belongs to another request, 503 when the service is overloaded
     */
    Answer signUp(SignUpRequest request, @Nullable String key, @Nullable String userAgent) {
        Applicant applicant = Applicant.of(request);
        String password = request.password();
        newPassword.check(password, applicant.known());
        Optional<Answer> known = repeat(applicant, password, key, userAgent);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<OpenedAccount> opened;
        try {
            opened = first.signUp(applicant, password, key, userAgent);
        } catch (ProblemException refused) {
            // The same request may have ended after its key was looked up: then the account that
            // has the name or address is its own.
            return repeat(applicant, password, key, userAgent).orElseThrow(() -> refused);
        }
        if (opened.isPresent()) {
            metrics.opened();
            return answer(opened.get(), false);
        }
        return repeat(applicant, password, key, userAgent).orElseThrow(SignUp::stillRunning);
    }

    private Optional<Answer> repeat(
            Applicant applicant,
            String password,
            @Nullable String key,
            @Nullable String userAgent) {
        return again(applicant, password, key, userAgent).map(account -> answer(account, true));
    }

    private Optional<OpenedAccount> again(
            Applicant applicant,
            String password,
            @Nullable String key,
            @Nullable String userAgent) {
        return key == null ? Optional.empty() : repeated.find(applicant, password, key, userAgent);
    }

    private Answer answer(OpenedAccount opened, boolean replayed) {
        LOG.info(
                "User {} signed up{}, session {}",
                opened.account().id(),
                replayed ? " (repeated request)" : "",
                opened.session().id());
        SignedIn signedIn =
                issueTokens.issue("User created successfully", opened.account(), opened.session());
        return new Answer(signedIn, replayed);
    }

    private static ProblemException stillRunning() {
        return ProblemException.retryLater(
                ProblemType.IN_PROGRESS,
                "A request with this Idempotency-Key is still running.",
                Duration.ofSeconds(1));
    }

    /**
     * The answer to a sign-up.
     *
     * @param replayed whether the account existed before this request
     */
    record Answer(SignedIn signedIn, boolean replayed) {}
}
