package dev.socialhub.chat.event;

import dev.socialhub.chat.message.Stored;
import io.micronaut.serde.annotation.Serdeable;

/** The acknowledgement of a message. */
@Serdeable
record MessageStored(boolean ok, String messageId, long seq) {

    static MessageStored of(Stored stored) {
        return new MessageStored(true, stored.message().id(), stored.message().seq());
    }
}
