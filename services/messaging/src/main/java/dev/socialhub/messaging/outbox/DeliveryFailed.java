package dev.socialhub.messaging.outbox;

import org.jspecify.annotations.Nullable;

/** Kafka did not take a batch; nothing of it was deleted, so all of it will be sent again. */
final class DeliveryFailed extends RuntimeException {

    DeliveryFailed(@Nullable Throwable cause) {
        super(cause);
    }
}
