package dev.socialhub.chat.presence;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** A user in a room, or a member of a direct conversation. */
@Serdeable
@Schema(name = "ConversationMember")
public record Member(UUID userId, String username) {}
