package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.posts.media.AttachedMedia;
import dev.socialhub.posts.media.AttachedMediaColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post as a viewer sees it, with its author's current name.
 *
 * @param version grows with every change, starting at 1
 * @param likes how many users like it
 * @param comments how many comments it has
 * @param liked whether the viewer likes it
 * @param bookmarked whether the viewer has bookmarked it
 * @param media in the order of the author; null for none
 */
@MappedEntity("post")
public record Post(
        @Id UUID id,
        UUID authorId,
        String authorUsername,
        String authorName,
        String content,
        @TypeDef(type = DataType.STRING, converter = VisibilityColumn.class) Visibility visibility,
        Instant createdAt,
        @Nullable Instant editedAt,
        long version,
        @TypeDef(type = DataType.STRING, converter = MetadataColumn.class) PostMetadata metadata,
        long likes,
        long comments,
        boolean liked,
        boolean bookmarked,
        @TypeDef(type = DataType.STRING, converter = AttachedMediaColumn.class)
                @Nullable List<AttachedMedia> media) {

    public List<String> hashtags() {
        return metadata.hashtags();
    }
}
