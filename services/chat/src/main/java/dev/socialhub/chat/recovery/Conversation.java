package dev.socialhub.chat.recovery;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A conversation that a socket received.
 *
 * @param ordinal stands for the conversation in offsets
 * @param group through which the socket receives it
 * @param seq the position that the client has reached
 */
@Serdeable
public record Conversation(String id, int ordinal, String group, long seq) {}
