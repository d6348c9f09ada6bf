package dev.socialhub.contracts.event;

/** The names of topics that are used in annotations; {@link Topic} declares the topics. */
public final class TopicName {

    public static final String USER = "USER_TOPIC";
    public static final String USER_REPLAY = USER + Topic.REPLAYS;
    public static final String POST = "POST_TOPIC";
    public static final String POST_REPLAY = POST + Topic.REPLAYS;
    public static final String CHAT = "CHAT_TOPIC";

    private TopicName() {}
}
