package dev.socialhub.contracts.event;

import java.util.List;
import java.util.Set;

/**
 * Which service reads which topics. A service whose group is missing here would have no dead-letter
 * topics.
 */
public enum ConsumerGroup {
    USERS("users", "users", Topic.USER),
    USERS_CACHE("users", "users-cache", Topic.USER),
    POSTS("posts", "posts", Topic.USER),
    NOTIFICATIONS("notifications", "notifications", Topic.USER, Topic.POST),
    CHAT("chat", "chat", Topic.USER);

    private final String service;
    private final String groupName;
    private final Set<Topic> topics;

    ConsumerGroup(String service, String groupName, Topic... topics) {
        this.service = service;
        this.groupName = groupName;
        this.topics = Set.of(topics);
    }

    /** The service whose instances are the group's members. */
    public String service() {
        return service;
    }

    /** The group's name in Kafka. */
    public String groupName() {
        return groupName;
    }

    public Set<Topic> topics() {
        return topics;
    }

    /** The live topics that the group reads, and their replay topics. */
    public List<String> subscription() {
        return topics.stream()
                .flatMap(topic -> List.of(topic.topicName(), topic.replayName()).stream())
                .sorted()
                .toList();
    }
}
