package dev.socialhub.auth.signup;

import dev.socialhub.auth.session.SignedIn;
import dev.socialhub.shared.admission.LongRequests;
import dev.socialhub.shared.idempotency.IdempotencyKey;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

@Tag(name = "auth")
@Controller("/api/v1/auth/signup")
@LongRequests
@Secured(SecurityRule.IS_ANONYMOUS)
class SignUpController {

    private final SignUp signUp;

    SignUpController(SignUp signUp) {
        this.signUp = signUp;
    }

    /** Creates an account and signs its owner in. */
    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<SignedIn> signUp(@Valid @Body SignUpRequest body, HttpRequest<?> request) {
        SignUp.Answer answer =
                signUp.signUp(
                        body,
                        IdempotencyKey.of(request).map(IdempotencyKey::value).orElse(null),
                        request.getHeaders().get(HttpHeaders.USER_AGENT));
        MutableHttpResponse<SignedIn> response = HttpResponse.created(answer.signedIn());
        response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        return answer.replayed() ? response.header("Idempotent-Replayed", "true") : response;
    }
}
