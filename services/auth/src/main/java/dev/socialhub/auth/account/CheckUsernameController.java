package dev.socialhub.auth.account;

import dev.socialhub.shared.admission.ShortRequests;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "auth")
@Controller("/api/v1/auth/check/{username}")
@ShortRequests
@Secured(SecurityRule.IS_ANONYMOUS)
class CheckUsernameController {

    private final CheckUsername checkUsername;

    CheckUsernameController(CheckUsername checkUsername) {
        this.checkUsername = checkUsername;
    }

    /** Returns whether a username is available. */
    @Get
    Availability check(String username) {
        return checkUsername.check(username);
    }

    /** The same check for clients that send a POST. */
    @Post
    Availability checkPosted(String username) {
        return checkUsername.check(username);
    }
}
