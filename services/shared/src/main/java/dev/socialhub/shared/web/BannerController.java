package dev.socialhub.shared.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Objects;

/** Says who answers at this address, in every program that names its description. */
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
        this.banner = new Banner(service, version(), docs);
    }

    /** Says which service this is. */
    @Get
    Banner banner() {
        return banner;
    }

    /** The kit's, which programs are released with; classes that were never packed have none. */
    private static String version() {
        return Objects.requireNonNullElse(
                BannerController.class.getPackage().getImplementationVersion(), "development");
    }

    /**
     * The answer of {@code GET /}.
     *
     * @param docs where the OpenAPI document stands
     */
    @Serdeable
    record Banner(String service, String version, String docs) {}
}
