package dev.socialhub.auth.login;

import dev.socialhub.auth.session.SignedIn;
import dev.socialhub.shared.admission.LongRequests;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

@Tag(name = "auth")
@Controller("/api/v1/auth/login")
@LongRequests
@Secured(SecurityRule.IS_ANONYMOUS)
class LoginController {

    private final LogIn logIn;

    LoginController(LogIn logIn) {
        this.logIn = logIn;
    }

    /** Signs a device in, by e-mail address or username. */
    @Post
    HttpResponse<SignedIn> logIn(@Valid @Body LoginRequest body, HttpRequest<?> request) {
        SignedIn signedIn =
                logIn.logIn(
                        body.given(),
                        body.password(),
                        request.getHeaders().get(HttpHeaders.USER_AGENT));
        return HttpResponse.ok(signedIn).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
