package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.Visibility;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post, with its author as known now.
 *
 * @param version grows with every change, 1 at first
 */
@MappedEntity("post")
record Post(
        @Id UUID id,
        UUID authorId,
        String authorUsername,
        String authorName,
        String content,
        @TypeDef(type = DataType.STRING, converter = VisibilityColumn.class) Visibility visibility,
        Instant createdAt,
        @Nullable Instant editedAt,
        long version) {}
