package dev.socialhub.gateway.admission;

import dev.socialhub.gateway.answer.Answer;
import dev.socialhub.gateway.answer.Refusal;
import dev.socialhub.gateway.route.RouteDestination;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to do with a request. */
public sealed interface Decision {

    /**
     * It is forwarded to a service.
     *
     * @param maxBodyBytes the largest body that it may have
     * @param userId the user of the token; null on public routes
     */
    record Forward(RouteDestination destination, long maxBodyBytes, @Nullable UUID userId)
            implements Decision {}

    /** The gateway answers it itself. */
    record Reply(Answer answer) implements Decision {}

    /** It is refused. */
    record Refuse(Refusal refusal) implements Decision {}
}
