package dev.socialhub.shared.web;

import dev.socialhub.shared.start.Release;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;

/** Says which service answers at this address, in every program that names its API description. */
@Hidden
@Controller
@Requires(property = BannerController.DOCS)
@Secured(SecurityRule.IS_ANONYMOUS)
final class BannerController {

    static final String DOCS = "socialhub.docs";

    private final Banner banner;

    BannerController(
            @Value("${micronaut.application.name}") String service,
            @Value("${" + DOCS + "}") String docs) {
        this.banner = new Banner(service, Release.version(), docs);
    }

    /** Says which service this is. */
    @Get
    Banner banner() {
        return banner;
    }

    /**
     * The answer of {@code GET /}.
     *
     * @param docs where the OpenAPI document stands
     */
    @Serdeable
    record Banner(String service, String version, String docs) {}
}
