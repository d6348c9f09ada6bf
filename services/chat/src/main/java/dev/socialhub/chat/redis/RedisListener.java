package dev.socialhub.chat.redis;

/** Receives what is published. The calls come on the connection's thread and must not block. */
public interface RedisListener {

    void received(String channel, byte[] message);

    /** A connection was made; what was published before it is lost. */
    void connected();
}
