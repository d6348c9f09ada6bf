package dev.socialhub.notifications;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

/** Says who answers at this address. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
final class BannerController {

    private final Banner banner;

    BannerController(@Value("${micronaut.application.name}") String service) {
        this.banner = new Banner(service, version(), "/swagger/socialhub-notifications-1.0.yml");
    }

    @Get
    Banner banner() {
        return banner;
    }

    /** Stands in the jar's manifest; classes that were never packed have none. */
    private static String version() {
        @Nullable String version = BannerController.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    @Serdeable
    record Banner(String service, String version, String docs) {}
}
