package dev.socialhub.chat.socket;

import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.identity.VerifiedToken;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code auth:refresh}: a new token of the same user, before the socket's token expires. */
@Singleton
final class RenewToken implements EventHandler<RenewToken.NewToken> {

    private final Authenticate authenticate;

    RenewToken(Authenticate authenticate) {
        this.authenticate = authenticate;
    }

    @Override
    public String event() {
        return "auth:refresh";
    }

    @Override
    public Class<NewToken> argument() {
        return NewToken.class;
    }

    @Override
    public Renewed handle(ClientSocket socket, NewToken argument) {
        VerifiedToken token = authenticate.token(argument.token());
        Caller caller = SocketIdentity.caller(token);
        if (!caller.id().equals(socket.caller().id())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "The token belongs to another user.");
        }
        ((NamespaceSocket) socket).renew(caller, token.expiresAt());
        return new Renewed(true, token.expiresAt());
    }

    @Serdeable
    record NewToken(@NotNull @Nullable String token) {}

    @Serdeable
    record Renewed(boolean ok, Instant expiresAt) {}
}
