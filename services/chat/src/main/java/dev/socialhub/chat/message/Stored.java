package dev.socialhub.chat.message;

/**
 * The answer to a message that was sent.
 *
 * @param isNew whether it was stored now; otherwise it had been sent before
 */
public record Stored(Message message, boolean isNew) {}
