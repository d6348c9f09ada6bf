package dev.socialhub.chat.message;

import com.mongodb.MongoException;
import dev.socialhub.chat.conversation.ConversationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Messages in memory, with the unique keys of the real store. */
public final class FakeMessageStore implements MessageStore {

    private final Map<String, Message> byId = new HashMap<>();
    private final Map<String, Message> byKey = new HashMap<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private boolean away;
    private int statements;

    /** Whether statements fail, after what they wrote is stored. */
    public synchronized void away(boolean isAway) {
        away = isAway;
    }

    /** How many insertions there were. */
    public synchronized int statements() {
        return statements;
    }

    /** Has the next insertions wait until this opens. */
    public void holdUntil(CountDownLatch opens) {
        gate = opens;
    }

    @Override
    public int insertInOrder(List<Message> messages) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return insert(messages);
    }

    private synchronized int insert(List<Message> messages) {
        statements++;
        int stored = 0;
        for (Message message : messages) {
            String key = key(message);
            if (byId.containsKey(message.id()) || byKey.containsKey(key)) {
                break;
            }
            byId.put(message.id(), message);
            byKey.put(key, message);
            stored++;
        }
        answer();
        return stored;
    }

    private void answer() {
        if (away) {
            throw new MongoException(11600, "shutting down");
        }
    }

    private static String key(Message message) {
        Message.Content content = message.content();
        return content == null ? message.id() : Draft.key(message.conversation(), content);
    }

    @Override
    public synchronized Map<String, Message> byKeys(Collection<String> keys) {
        answer();
        Map<String, Message> found = new HashMap<>(byKey);
        found.keySet().retainAll(new HashSet<>(keys));
        return found;
    }

    @Override
    public synchronized Set<Long> taken(ConversationId conversation, long from, int count) {
        answer();
        Set<Long> taken = new HashSet<>();
        for (long seq = from; seq < from + count; seq++) {
            if (byId.containsKey(Message.id(conversation, seq))) {
                taken.add(seq);
            }
        }
        return taken;
    }

    @Override
    public synchronized List<Message> find(ConversationId conversation, Collection<Long> seqs) {
        answer();
        List<Message> found = new ArrayList<>();
        seqs.stream()
                .sorted()
                .forEach(seq -> {
                    Message message = byId.get(Message.id(conversation, seq));
                    if (message != null) {
                        found.add(message);
                    }
                });
        return found;
    }

    @Override
    public synchronized Map<ConversationId, Message> findEach(Map<ConversationId, Long> seqs) {
        Map<ConversationId, Message> found = new HashMap<>();
        seqs.forEach(
                (id, seq) -> find(id, List.of(seq)).forEach(message -> found.put(id, message)));
        return found;
    }

    @Override
    public synchronized void erase(List<Message> messages) {
        messages.forEach(one -> {
            byKey.remove(key(one));
            byId.put(one.id(), new Message(one.conversation(), one.seq(), one.createdAt(), null));
        });
    }
}
