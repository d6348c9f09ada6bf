package dev.socialhub.chat.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.shared.text.PlainText;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A message to send.
 *
 * @param text 1 to 5,000 characters
 * @param message the same under the name that events use; not both
 * @param tempId the client's own id; sent again, it has no effect
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = false)
record NewMessage(
        @Nullable @PlainText(min = 1, max = 5_000, lines = true) String text,
        @Nullable @PlainText(min = 1, max = 5_000, lines = true) String message,
        @Nullable @PlainText(min = 1, max = 255) String tempId) {}
