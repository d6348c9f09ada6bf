package dev.socialhub.contracts.event;

import dev.socialhub.contracts.chat.MessageSent;
import dev.socialhub.contracts.post.CommentCreated;
import dev.socialhub.contracts.post.CommentDeleted;
import dev.socialhub.contracts.post.CommentUpdated;
import dev.socialhub.contracts.post.LikeCreated;
import dev.socialhub.contracts.post.LikeDeleted;
import dev.socialhub.contracts.post.PostCreated;
import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.contracts.post.PostUpdated;
import dev.socialhub.contracts.post.UserMentioned;
import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.BlockDeleted;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.FollowDeleted;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event type: its name on the bus, its record, its topic and the service it comes from. */
public enum EventType {
    USER_REGISTERED("user.registered", UserRegistered.class, Topic.USER, "/auth"),
    USER_PROFILE_UPDATED("user.profile_updated", UserProfileUpdated.class, Topic.USER, "/users"),
    USER_DELETED("user.deleted", UserDeleted.class, Topic.USER, "/auth"),
    FOLLOW_CREATED("follow.created", FollowCreated.class, Topic.USER, "/users"),
    FOLLOW_DELETED("follow.deleted", FollowDeleted.class, Topic.USER, "/users"),
    BLOCK_CREATED("block.created", BlockCreated.class, Topic.USER, "/users"),
    BLOCK_DELETED("block.deleted", BlockDeleted.class, Topic.USER, "/users"),
    POST_CREATED("post.created", PostCreated.class, Topic.POST, "/posts"),
    POST_UPDATED("post.updated", PostUpdated.class, Topic.POST, "/posts"),
    USER_MENTIONED("user.mentioned", UserMentioned.class, Topic.POST, "/posts"),
    POST_DELETED("post.deleted", PostDeleted.class, Topic.POST, "/posts"),
    LIKE_CREATED("like.created", LikeCreated.class, Topic.POST, "/posts"),
    LIKE_DELETED("like.deleted", LikeDeleted.class, Topic.POST, "/posts"),
    COMMENT_CREATED("comment.created", CommentCreated.class, Topic.POST, "/posts"),
    COMMENT_UPDATED("comment.updated", CommentUpdated.class, Topic.POST, "/posts"),
    COMMENT_DELETED("comment.deleted", CommentDeleted.class, Topic.POST, "/posts"),
    MESSAGE_SENT("message.sent", MessageSent.class, Topic.CHAT, "/chat");

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toMap(EventType::typeName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values())
                    .collect(Collectors.toMap(EventType::record, Function.identity()));

    private final String typeName;
    private final Class<? extends EventData> record;
    private final Topic topic;
    private final String source;

    EventType(String typeName, Class<? extends EventData> record, Topic topic, String source) {
        this.typeName = typeName;
        this.record = record;
        this.topic = topic;
        this.source = source;
    }

    public String typeName() {
        return typeName;
    }

    public Class<? extends EventData> record() {
        return record;
    }

    public Topic topic() {
        return topic;
    }

    public String source() {
        return source;
    }

    /** Empty for a type that this build does not know and a newer one may send. */
    public static Optional<EventType> named(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }

    /**
     * The type of this record.
     *
     * @throws IllegalStateException when a record was added without its line in this table
     */
    public static EventType of(EventData data) {
        EventType type = BY_RECORD.get(data.getClass());
        if (type == null) {
            throw new IllegalStateException(data.getClass() + " has no event type");
        }
        return type;
    }
}
