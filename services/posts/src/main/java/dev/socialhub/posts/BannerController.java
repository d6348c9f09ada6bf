package dev.socialhub.posts;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Objects;

/** Says who answers here. */
@Hidden
@Controller("/")
@Secured(SecurityRule.IS_ANONYMOUS)
final class BannerController {

    @Get
    Banner banner() {
        String version = BannerController.class.getPackage().getImplementationVersion();
        return new Banner("posts", Objects.requireNonNullElse(version, "development"), "/swagger/");
    }

    /** The answer of {@code GET /}. */
    @Serdeable
    record Banner(String service, String version, String docs) {}
}
