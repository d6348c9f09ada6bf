package dev.socialhub.auth.session;

import dev.socialhub.shared.identity.Caller;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;

@Tag(name = "auth")
@Controller("/api/v1/auth/verify-user")
@Secured(SecurityRule.IS_AUTHENTICATED)
final class VerifyUserController {

    private static final String HEADER = "x-user-payload";

    private final JsonMapper json;

    VerifyUserController(JsonMapper json) {
        this.json = json;
    }

    /** Returns the user of the token, in the body and in the header x-user-payload. */
    @Get
    @SecurityRequirement(name = "bearer")
    HttpResponse<UserPayload> verify(@Parameter(hidden = true) Caller caller) {
        UserPayload payload = UserPayload.of(caller);
        return HttpResponse.ok(payload).header(HEADER, ascii(payload));
    }

    /** Headers contain only ASCII, and JSON can escape all other characters. */
    private String ascii(UserPayload payload) {
        StringBuilder escaped = new StringBuilder();
        try {
            json.writeValueAsString(payload)
                    .chars()
                    .forEach(unit -> {
                        if (unit < 0x7f) {
                            escaped.append((char) unit);
                        } else {
                            escaped.append(String.format("\\u%04x", unit));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return escaped.toString();
    }
}
