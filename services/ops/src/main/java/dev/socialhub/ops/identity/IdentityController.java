package dev.socialhub.ops.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.shared.identity.VerificationKeys;
import dev.socialhub.shared.start.Release;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

@Hidden
@Controller("/internal/ops/identity")
@OpsEndpoint
final class IdentityController {

    private final String service;
    private final VerificationKeys keys;

    IdentityController(
            @Value("${micronaut.application.name}") String service, VerificationKeys keys) {
        this.service = service;
        this.keys = keys;
    }

    /** Says which service this is and which signing keys it knows. */
    @Get
    Identity identity() {
        return new Identity(service, Release.version(), keys.ids().stream().sorted().toList());
    }

    /**
     * Who this is.
     *
     * @param signingKeys ids of the keys that access tokens are checked with here
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Identity(String service, String version, List<String> signingKeys) {}
}
