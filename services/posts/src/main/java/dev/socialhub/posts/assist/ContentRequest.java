package dev.socialhub.posts.assist;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a draft of a post is to be about.
 *
 * @param topic 1 to 200 characters
 * @param tone up to 50 characters, such as {@code professional} or {@code funny}; {@code friendly}
 *     if absent
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = false)
record ContentRequest(
        @Nullable @NotNull(message = "is required") @PlainText(min = 1, max = 200) String topic,
        @Nullable @PlainText(min = 1, max = 50) String tone) {

    private static final String DEFAULT_TONE = "friendly";

    ContentRequest {
        topic = topic == null ? null : PlainTextRule.normalised(topic);
        tone = tone == null ? DEFAULT_TONE : PlainTextRule.normalised(tone);
    }
}
