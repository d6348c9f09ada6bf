package dev.socialhub.posts.assist;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a caption is to be about.
 *
 * @param topic 1 to 200 characters
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = false)
record CaptionRequest(
        @Nullable @NotNull(message = "is required") @PlainText(min = 1, max = 200) String topic) {

    CaptionRequest {
        topic = topic == null ? null : PlainTextRule.normalised(topic);
    }
}
