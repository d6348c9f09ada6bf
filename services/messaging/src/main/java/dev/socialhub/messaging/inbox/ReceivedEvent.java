package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.Event;

/**
 * An event as it reached a consumer.
 *
 * @param replayed whether an operator plays it again; false for one that failed and is tried again
 */
public record ReceivedEvent(Event event, boolean replayed) {}
