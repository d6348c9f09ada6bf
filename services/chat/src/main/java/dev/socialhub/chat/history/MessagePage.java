package dev.socialhub.chat.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.chat.message.MessageView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some messages of a conversation, oldest first.
 *
 * @param nextCursor the number to go on from, as {@code before} or {@code after} like in this
 *     request; null when nothing is left
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record MessagePage(List<MessageView> messages, @Nullable String nextCursor) {}
