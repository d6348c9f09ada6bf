package dev.socialhub.posts.media;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a post shows of its media.
 *
 * @param position in the post, from 0
 * @param preview whether it has smaller versions
 */
@Serdeable
public record AttachedMedia(
        UUID id,
        int position,
        String type,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean preview,
        @Nullable String alt) {

    /** The media of a post {@code p} as one column, in any order, or null when it has none. */
    public static final String COLUMN =
            "(select cast(json_agg(json_build_object('id', m.id, 'position', m.position,"
                    + " 'type', m.type, 'width', m.width, 'height', m.height,"
                    + " 'preview', m.small_type is not null, 'alt', m.alt)) as text)"
                    + " from media m where m.post_id = p.id) as media";
}
