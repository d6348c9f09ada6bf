package dev.socialhub.posts.media;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The description of a picture or a video.
 *
 * @param alt at most 1500 characters; null or blank for none
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = false)
record AltText(@Nullable @PlainText(max = 1_500, lines = true) String alt) {

    AltText {
        alt = alt == null || alt.isBlank() ? null : PlainTextRule.normalised(alt);
    }
}
