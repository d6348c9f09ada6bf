package dev.socialhub.chat.socket;

/**
 * Is told when a group of the namespace {@code /} gets its first local member, and when it loses
 * the last one. The calls about a group come in order, one at a time; they must not block and must
 * not change a group.
 */
public interface GroupObserver {

    void opened(String group);

    void emptied(String group);
}
