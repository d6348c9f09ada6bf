package dev.socialhub.auth;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Objects;

@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
final class BannerController {

    /** Only a packaged jar knows its version. */
    private final String version =
            Objects.requireNonNullElse(
                    BannerController.class.getPackage().getImplementationVersion(), "development");

    /** Says which service this is. */
    @Get
    Banner banner() {
        return new Banner("auth", version, "/swagger/socialhub-auth-1.yml");
    }
}
