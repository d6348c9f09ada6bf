package dev.socialhub.notifications.event;

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
import dev.socialhub.notifications.head.Retracted;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Entity;
import dev.socialhub.notifications.notification.NotificationType;
import dev.socialhub.notifications.retraction.Retraction;
import dev.socialhub.notifications.retraction.Retraction.OfDeleted;
import dev.socialhub.notifications.retraction.Retraction.OfKey;
import dev.socialhub.notifications.retraction.Retraction.OfSubject;
import java.util.List;

/**
 * Which events end the facts that users were notified of. The counterpart of {@link Announcements}:
 * what is announced there has its end here.
 */
final class Retractions {

    private Retractions() {}

    static List<Retraction> of(EventData data) {
        if (data instanceof UserEvent user) {
            return ofUser(user);
        }
        return data instanceof PostEvent post ? ofPost(post) : List.of();
    }

    private static List<Retraction> ofUser(UserEvent data) {
        return switch (data) {
            case FollowDeleted follow ->
                    List.of(
                            new OfKey(
                                    Announcement.key(
                                            follow.followeeId(),
                                            NotificationType.FOLLOW,
                                            follow.followerId()),
                                    Retracted.retractedBy(follow.version()),
                                    follow.deletedAt()));
            case FollowCreated follow when follow.version() > Announcements.FIRST_VERSION ->
                    List.of(
                            new OfKey(
                                    Announcement.key(
                                            follow.followeeId(),
                                            NotificationType.FOLLOW,
                                            follow.followerId()),
                                    Retracted.restoredBy(follow.version()),
                                    follow.followedAt()));
            case BlockCreated block ->
                    List.of(
                            new OfSubject(
                                    Entity.user(block.blockedId()),
                                    block.blockerId(),
                                    block.blockedAt()),
                            new OfSubject(
                                    Entity.user(block.blockerId()),
                                    block.blockedId(),
                                    block.blockedAt()));
            case UserDeleted user -> List.of(new OfDeleted(user.userId()));
            case UserRegistered _, UserProfileUpdated _, FollowCreated _, BlockDeleted _ ->
                    List.of();
        };
    }

    private static List<Retraction> ofPost(PostEvent data) {
        return switch (data) {
            case PostDeleted post ->
                    List.of(
                            new OfKey(
                                    Announcement.key(
                                            post.authorId(), NotificationType.POST, post.postId()),
                                    Retracted.FOR_GOOD,
                                    post.deletedAt()));
            case PostCreated _, PostUpdated _, UserMentioned _, LikeEvent _, CommentEvent _ ->
                    List.of();
        };
    }
}
