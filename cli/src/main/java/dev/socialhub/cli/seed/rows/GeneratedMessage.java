package dev.socialhub.cli.seed.rows;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A generated message.
 *
 * @param room where it was sent; null for a direct message
 * @param receiver the other member of a direct conversation; null for a message in a room
 * @param tempId identifies it among the sender's in its conversation
 */
public record GeneratedMessage(
        UUID sender,
        String username,
        @Nullable String room,
        @Nullable UUID receiver,
        String tempId,
        String text,
        long millis) {}
