package dev.socialhub.posts.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.ops.seed.SeedRepository;
import dev.socialhub.ops.seed.SeedRules;
import dev.socialhub.ops.seed.Seeded;
import dev.socialhub.posts.media.StoreSamplePicture;
import dev.socialhub.posts.search.IndexPosts;
import dev.socialhub.shared.housekeeping.Batches;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Hidden
@Controller("/internal/ops/seed")
@OpsEndpoint
class SeedController {

    /** As many as are drawn within seconds. */
    private static final int MAX_PICTURES = 100;

    private final SeedRepository seeds;
    private final IndexPosts indexPosts;
    private final StoreSamplePicture storeSamplePicture;

    SeedController(
            SeedRepository seeds, IndexPosts indexPosts, StoreSamplePicture storeSamplePicture) {
        this.seeds = seeds;
        this.indexPosts = indexPosts;
        this.storeSamplePicture = storeSamplePicture;
    }

    /**
     * Adds posts without publishing events; existing posts stay unchanged, and those of deleted
     * authors are left out. They become visible once the replica of their authors' names has been
     * rebuilt. The batch is indexed at once.
     */
    @Post("/posts")
    Seeded posts(@Body @Valid PostBatch batch) {
        Seeded seeded = seeds.add(SeededPost.TABLE, batch.posts());
        Batches.untilEmpty(indexPosts::indexSome);
        return seeded;
    }

    /** Adds likes in the same way; those of posts that don't exist are left out. */
    @Post("/likes")
    Seeded likes(@Body @Valid LikeBatch batch) {
        return seeds.add(SeededLike.TABLE, batch.likes());
    }

    /** Adds comments in the same way; those on posts that don't exist are left out. */
    @Post("/comments")
    Seeded comments(@Body @Valid CommentBatch batch) {
        return seeds.add(SeededComment.TABLE, batch.comments());
    }

    /**
     * Draws pictures and adds them in the same way; those of posts that don't exist are left out.
     */
    @Post("/pictures")
    Seeded pictures(@Body @Valid PictureBatch batch) throws IOException, InterruptedException {
        int added = 0;
        for (SeededPicture picture : batch.pictures()) {
            boolean isNew =
                    storeSamplePicture.store(
                            UUID.fromString(picture.id()),
                            UUID.fromString(picture.postId()),
                            UUID.fromString(picture.authorId()),
                            Instant.ofEpochMilli(picture.createdAtMillis()));
            added += isNew ? 1 : 0;
        }
        List<UUID> ids = batch.pictures().stream().map(one -> UUID.fromString(one.id())).toList();
        return new Seeded(added, ids.size() - storeSamplePicture.count(ids));
    }

    /** Pictures that are drawn together. */
    @Serdeable.Deserializable
    @JsonIgnoreProperties(ignoreUnknown = false)
    record PictureBatch(
            @NotNull(message = "is required")
                    @Size(min = 1, max = MAX_PICTURES, message = "must be 1 to 100 rows")
                    List<@Valid @NotNull(message = "can't be null") SeededPicture> pictures) {}

    /** Likes that are inserted together. */
    @Serdeable.Deserializable
    @JsonIgnoreProperties(ignoreUnknown = false)
    record LikeBatch(
            @NotNull(message = "is required")
                    @Size(min = 1, max = SeedRules.MAX_ROWS, message = "must be 1 to 2000 rows")
                    List<@Valid @NotNull(message = "can't be null") SeededLike> likes) {}

    /** Comments that are inserted together. */
    @Serdeable.Deserializable
    @JsonIgnoreProperties(ignoreUnknown = false)
    record CommentBatch(
            @NotNull(message = "is required")
                    @Size(min = 1, max = SeedRules.MAX_ROWS, message = "must be 1 to 2000 rows")
                    List<@Valid @NotNull(message = "can't be null") SeededComment> comments) {}

    /** Posts that are inserted together. */
    @Serdeable.Deserializable
    @JsonIgnoreProperties(ignoreUnknown = false)
    record PostBatch(
            @NotNull(message = "is required")
                    @Size(min = 1, max = SeedRules.MAX_ROWS, message = "must be 1 to 2000 rows")
                    List<@Valid @NotNull(message = "can't be null") SeededPost> posts) {}
}
