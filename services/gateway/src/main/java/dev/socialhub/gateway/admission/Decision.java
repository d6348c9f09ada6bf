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
     * @param userId the user of the token; null when there is none
     * @param stream what is particular about a request for a stream; null for any other
     */
    record Forward(
            RouteDestination destination,
            long maxBodyBytes,
            @Nullable UUID userId,
            @Nullable StreamRequest stream)
            implements Decision {

        /** Whether the connection shall become a WebSocket. */
        public boolean isUpgrade() {
            return stream != null && stream.isUpgrade();
        }

        /** Whether the answer may wait for an event. */
        public boolean isLong() {
            return destination.route().isLong() && destination.method().equals("GET");
        }
    }

    /** The gateway answers it itself. */
    record Reply(Answer answer) implements Decision {}

    /** It is refused. */
    record Refuse(Refusal refusal) implements Decision {}
}
