package dev.socialhub.notifications.event;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.post.CommentEvent;
import dev.socialhub.contracts.post.LikeEvent;
import dev.socialhub.contracts.post.PostCreated;
import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.contracts.post.PostEvent;
import dev.socialhub.contracts.post.PostUpdated;
import dev.socialhub.contracts.post.UserMentioned;
import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.BlockDeleted;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.FollowDeleted;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserEvent;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.notifications.notification.Actor;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Entity;
import dev.socialhub.notifications.notification.NotificationType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which events users are notified of, and in which words. */
final class Announcements {

    static final long FIRST_VERSION = 1;

    private Announcements() {}

    static Optional<Announcement> of(Event event, @Nullable String traceId) {
        EventData data = event.data();
        if (data instanceof UserEvent user) {
            return ofUser(event, user, traceId);
        }
        return data instanceof PostEvent post ? ofPost(event, post, traceId) : Optional.empty();
    }

    private static Optional<Announcement> ofUser(
            Event event, UserEvent data, @Nullable String traceId) {
        return switch (data) {
            case UserRegistered user ->
                    Optional.of(
                            new Announcement(
                                    user.userId(),
                                    NotificationType.WELCOME,
                                    new Actor(user.userId(), user.username()),
                                    Entity.user(user.userId()),
                                    "Welcome to SocialHub, " + user.name() + "!",
                                    event.time(),
                                    traceId));
            case FollowCreated follow -> ofFollow(event, follow, traceId);
            case UserProfileUpdated _,
                    UserDeleted _,
                    FollowDeleted _,
                    BlockCreated _,
                    BlockDeleted _ ->
                    Optional.empty();
        };
    }

    /** Only the first time that this user follows that one: a repeated follow is not announced. */
    private static Optional<Announcement> ofFollow(
            Event event, FollowCreated follow, @Nullable String traceId) {
        if (follow.version() != FIRST_VERSION) {
            return Optional.empty();
        }
        return Optional.of(
                new Announcement(
                        follow.followeeId(),
                        NotificationType.FOLLOW,
                        new Actor(follow.followerId(), follow.followerUsername()),
                        Entity.user(follow.followerId()),
                        follow.followerUsername() + " started following you",
                        event.time(),
                        traceId));
    }

    private static Optional<Announcement> ofPost(
            Event event, PostEvent data, @Nullable String traceId) {
        return switch (data) {
            case PostCreated post ->
                    Optional.of(
                            new Announcement(
                                    post.authorId(),
                                    NotificationType.POST,
                                    new Actor(post.authorId(), post.authorUsername()),
                                    Entity.post(post.postId()),
                                    "You created a new post!",
                                    event.time(),
                                    traceId));
            case PostUpdated _, UserMentioned _, PostDeleted _, LikeEvent _, CommentEvent _ ->
                    Optional.empty();
        };
    }
}
