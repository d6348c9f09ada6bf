package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.people.name.NamedUser;
import dev.socialhub.shared.ids.Ids;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Publishes a post: its row and its event commit together. */
@Singleton
class PublishPost {

    private static final long FIRST_VERSION = 1;

    private final PostRepository posts;
    private final DescribeText describeText;
    private final PostChanges changes;
    private final Ids ids;
    private final Clock clock;

    PublishPost(
            PostRepository posts,
            DescribeText describeText,
            PostChanges changes,
            Ids ids,
            Clock clock) {
        this.posts = posts;
        this.describeText = describeText;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Publishes the post.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 401 when the author's account is
     *     deleted
     */
    @Transactional
    Post publish(NamedUser author, NewPost post) {
        String content = Objects.requireNonNull(post.content());
        Visibility visibility = post.visibleTo();
        UUID id = ids.next();
        Instant now = clock.instant();
        PostMetadata metadata = describeText.of(author.userId(), content);
        if (posts.add(id, author.userId(), content, visibility, now, FIRST_VERSION, metadata)
                == 0) {
            throw ResolveUser.deletedCaller();
        }
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
                        false);
        changes.published(published);
        return published;
    }
}
