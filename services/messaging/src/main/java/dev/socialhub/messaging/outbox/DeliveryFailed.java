package dev.socialhub.messaging.outbox;

/** Kafka did not take a batch; nothing of it was deleted, so all of it will be sent again. */
final class DeliveryFailed extends RuntimeException {

    DeliveryFailed(Throwable cause) {
        super(cause);
    }
}
