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
 * A post, with its author's current name.
 *
 * @param version grows with every change, starting at 1
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
