package dev.socialhub.ops.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.shared.identity.VerificationKeys;
import dev.socialhub.shared.start.Release;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.web.router.Router;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@Hidden
@Controller("/internal/ops/identity")
@OpsEndpoint
final class IdentityController {

    private static final Pattern OFFER = Pattern.compile("/internal/ops/([a-z-]+).*");

    private final String service;
    private final VerificationKeys keys;
    private final Router router;

    IdentityController(
            @Value("${micronaut.application.name}") String service,
            VerificationKeys keys,
            Router router) {
        this.service = service;
        this.keys = keys;
        this.router = router;
    }

    /** Says which service this is, which signing keys it knows and what it can be asked. */
    @Get
    Identity identity() {
        return new Identity(
                service, Release.version(), keys.ids().stream().sorted().toList(), offers());
    }

    /** Derived from the routes themselves, so that no tool has to know which service has what. */
    private List<String> offers() {
        return router.uriRoutes()
                .map(route -> OFFER.matcher(route.getUriMatchTemplate().toPathString()))
                .filter(Matcher::matches)
                .map(offer -> offer.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The identity of this service.
     *
     * @param signingKeys ids of the keys that access tokens are checked with here
     * @param offers first parts of the paths below {@code /internal/ops} that it answers
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Identity(
            String service, String version, List<String> signingKeys, List<String> offers) {}
}
