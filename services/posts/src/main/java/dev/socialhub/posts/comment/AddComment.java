package dev.socialhub.posts.comment;

import dev.socialhub.contracts.post.CommentCreated;
import dev.socialhub.people.name.NamedUser;
import dev.socialhub.posts.comment.CommentChangeRepository.Text;
import dev.socialhub.posts.comment.CommentPlaces.Place;
import dev.socialhub.shared.ids.Ids;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Adds comments to posts: the row, the counts and the event commit together. */
@Singleton
class AddComment {

    private static final long FIRST_VERSION = 1;

    private final CommentChangeRepository comments;
    private final CommentPlaces places;
    private final CommentEvents events;
    private final Ids ids;
    private final Clock clock;

    AddComment(
            CommentChangeRepository comments,
            CommentPlaces places,
            CommentEvents events,
            Ids ids,
            Clock clock) {
        this.comments = comments;
        this.places = places;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a comment.
     *
     * @throws ProblemException 404 when the author can't see the post, 422 when there is no such
     *     place in its thread, 401 when the author's account is deleted
     */
    @Transactional
    Comment add(NamedUser author, UUID postId, NewComment comment) {
        Place place = places.below(postId, comment.parent(), author.userId());
        UUID id = ids.next();
        Text text = new Text(comment.text(), clock.instant());
        UUID postAuthorId =
                comments.add(id, place, author.userId(), text)
                        .orElseThrow(() -> places.refusal(postId, author.userId()));
        CommentParent parent = place.parent();
        events.append(
                new CommentCreated(
                        postId,
                        postAuthorId,
                        id,
                        parent == null ? null : parent.id(),
                        parent == null ? null : parent.authorId(),
                        author.userId(),
                        author.username(),
                        text.content(),
                        text.at(),
                        FIRST_VERSION));
        return new Comment(
                id,
                postId,
                parent == null ? null : parent.id(),
                author.userId(),
                author.username(),
                author.name(),
                text.content(),
                text.at(),
                null,
                0,
                0,
                false);
    }
}
