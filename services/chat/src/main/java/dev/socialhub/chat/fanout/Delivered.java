package dev.socialhub.chat.fanout;

import dev.socialhub.chat.message.MessageView;

/** A message with its encoding, which every client gets. */
record Delivered(MessageView message, byte[] json) {

    long seq() {
        return message.seq();
    }
}
