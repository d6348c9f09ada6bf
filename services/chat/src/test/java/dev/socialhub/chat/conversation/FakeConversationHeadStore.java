package dev.socialhub.chat.conversation;

import dev.socialhub.chat.conversation.ConversationHead.Marks;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Heads in memory. */
public final class FakeConversationHeadStore implements ConversationHeadStore {

    private final Map<ConversationId, ConversationHead> heads = new ConcurrentHashMap<>();

    @Override
    public ConversationHead find(ConversationId conversation) {
        return heads.getOrDefault(conversation, ConversationHead.EMPTY);
    }

    @Override
    public Map<ConversationId, ConversationHead> find(
            Collection<? extends ConversationId> conversations) {
        Map<ConversationId, ConversationHead> found = new HashMap<>();
        conversations.forEach(one -> {
            if (heads.containsKey(one)) {
                found.put(one, find(one));
            }
        });
        return found;
    }

    @Override
    public void raise(Map<ConversationId, End> ends) {
        ends.forEach((id, end) ->
                heads.merge(
                        id,
                        new ConversationHead(end.seq(), end.at(), Map.of()),
                        (before, after) ->
                                before.lastSeq() >= after.lastSeq()
                                        ? before
                                        : new ConversationHead(
                                                after.lastSeq(), after.lastAt(), before.marks())));
    }

    @Override
    public ConversationHead mark(DirectId conversation, UUID member, Marks marks) {
        return heads.compute(
                conversation,
                (_, found) -> {
                    ConversationHead before = found == null ? ConversationHead.EMPTY : found;
                    Map<UUID, Marks> all = new HashMap<>(before.marks());
                    all.merge(
                            member,
                            marks,
                            (one, other) ->
                                    new Marks(
                                            Math.max(one.deliveredUpTo(), other.deliveredUpTo()),
                                            Math.max(one.readUpTo(), other.readUpTo())));
                    return new ConversationHead(before.lastSeq(), before.lastAt(), all);
                });
    }

    @Override
    public void delivered(Map<Member, Long> upTo) {
        upTo.forEach(
                (member, seq) -> mark(member.conversation(), member.userId(), new Marks(seq, 0)));
    }

    @Override
    public void forget(DirectId conversation, UUID member) {
        heads.computeIfPresent(
                conversation,
                (_, before) -> {
                    Map<UUID, Marks> all = new HashMap<>(before.marks());
                    all.remove(member);
                    return new ConversationHead(before.lastSeq(), before.lastAt(), all);
                });
    }
}
