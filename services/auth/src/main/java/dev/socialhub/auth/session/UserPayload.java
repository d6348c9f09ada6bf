package dev.socialhub.auth.session;

import dev.socialhub.shared.identity.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** The user that a token was issued to. */
@Serdeable
record UserPayload(UUID id, String username, List<String> roles) {

    UserPayload {
        roles = List.copyOf(roles);
    }

    static UserPayload of(Caller caller) {
        return new UserPayload(
                caller.id(), caller.username(), caller.roles().stream().sorted().toList());
    }
}
