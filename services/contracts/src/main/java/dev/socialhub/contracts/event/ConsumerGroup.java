package dev.socialhub.contracts.event;

import java.util.List;
import java.util.Set;

/** Who reads what. A service whose group is missing here would have no dead-letter topics. */
public enum ConsumerGroup {
    USERS("users", "users", Topic.USER),
    USERS_CACHE("users", "users-cache", Topic.USER),
    POSTS("posts", "posts", Topic.USER),
    NOTIFICATIONS("notifications", "notifications", Topic.USER, Topic.POST);

    private final String service;
    private final String groupName;
    private final Set<Topic> topics;

    ConsumerGroup(String service, String groupName, Topic... topics) {
        this.service = service;
        this.groupName = groupName;
        this.topics = Set.of(topics);
    }

    /** Whose instances are its members. */
    public String service() {
        return service;
    }

    /** As Kafka knows it. */
    public String groupName() {
        return groupName;
    }

    public Set<Topic> topics() {
        return topics;
    }

    /** The live topics that it reads, and their replay topics. */
    public List<String> subscription() {
        return topics.stream()
                .flatMap(topic -> List.of(topic.topicName(), topic.replayName()).stream())
                .sorted()
                .toList();
    }
}
