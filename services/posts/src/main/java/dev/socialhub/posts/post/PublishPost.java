package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.people.name.NamedUser;
import dev.socialhub.posts.media.AttachMedia;
import dev.socialhub.posts.media.AttachedMedia;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Publishes a post: its row and its event commit together. */
@Singleton
class PublishPost {

    private static final long FIRST_VERSION = 1;

    private final PostKeys keys;
    private final PostRepository posts;
    private final DescribeText describeText;
    private final AttachMedia attachMedia;
    private final PostChanges changes;

    PublishPost(
            PostKeys keys,
            PostRepository posts,
            DescribeText describeText,
            AttachMedia attachMedia,
            PostChanges changes) {
        this.keys = keys;
        this.posts = posts;
        this.describeText = describeText;
        this.attachMedia = attachMedia;
        this.changes = changes;
    }

    /**
     * Publishes the post.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 401 when the author's account is
     *     deleted, 422 for media that can't be attached
     */
    @Transactional
    Post publish(NamedUser author, NewPost post) {
        PostKey key = keys.next();
        UUID id = key.id();
        Instant now = key.createdAt();
        String content = Objects.requireNonNull(post.content());
        Visibility visibility = post.visibleTo();
        PostMetadata metadata = describeText.of(author.userId(), content);
        if (posts.add(id, author.userId(), content, visibility, now, FIRST_VERSION, metadata)
                == 0) {
            throw ResolveUser.deletedCaller();
        }
        List<AttachedMedia> media = attachMedia.attach(post.media(), author.userId(), id);
        Post published =
                new Post(
                        id,
                        author.userId(),
                        author.username(),
                        author.name(),
                        content,
                        visibility,
                        now,
                        null,
                        FIRST_VERSION,
                        metadata,
                        0,
                        0,
                        false,
                        false,
                        media);
        changes.published(published);
        return published;
    }
}
