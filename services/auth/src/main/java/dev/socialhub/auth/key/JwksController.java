package dev.socialhub.auth.key;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "auth")
@Controller("/.well-known/jwks.json")
@Secured(SecurityRule.IS_ANONYMOUS)
final class JwksController {

    private final SigningKeys keys;

    JwksController(SigningKeys keys) {
        this.keys = keys;
    }

    /** The public keys with which access tokens are verified. */
    @Get
    HttpResponse<Jwks> keys() {
        return HttpResponse.ok(Jwks.of(keys.publicKeys()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
    }
}
