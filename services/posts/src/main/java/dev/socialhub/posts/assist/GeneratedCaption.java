package dev.socialhub.posts.assist;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A caption.
 *
 * @param caption the text, followed by the hashtags
 * @param hashtags the three hashtags, without their number signs
 * @param provider which generator wrote it: {@code gemini} or {@code local}
 */
@Serdeable
record GeneratedCaption(String caption, List<String> hashtags, String provider) {

    GeneratedCaption {
        hashtags = List.copyOf(hashtags);
    }
}
