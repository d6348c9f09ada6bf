package dev.socialhub.notifications.head;

import com.mongodb.MongoTimeoutException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Keeps heads in memory. */
public final class FakeHeadStore implements HeadStore {

    private final Map<UUID, Head> heads = new HashMap<>();
    private final Map<UUID, Instant> closed = new HashMap<>();
    private volatile boolean away;
    private int raises;

    private synchronized void countRaise() {
        raises++;
    }

    /** How often heads were raised. */
    public synchronized int raises() {
        return raises;
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** As if a process had died between a notification and its head. */
    public synchronized void forget(UUID owner) {
        heads.remove(owner);
    }

    @Override
    public synchronized Head find(UUID owner) {
        return closed.containsKey(owner) ? Head.EMPTY : get(owner);
    }

    private synchronized Head get(UUID owner) {
        return heads.getOrDefault(owner, Head.EMPTY);
    }

    @Override
    public synchronized Map<UUID, RowEnding> endings(Collection<UUID> owners) {
        Map<UUID, RowEnding> endings = new HashMap<>();
        owners.stream()
                .filter(heads::containsKey)
                .forEach(owner ->
                        endings.put(
                                owner,
                                new RowEnding(get(owner).lastSeq(), closed.containsKey(owner))));
        return endings;
    }

    @Override
    public void raise(Map<UUID, Long> lastSeqs) {
        if (away) {
            throw new MongoTimeoutException("away");
        }
        countRaise();
        lastSeqs.forEach((owner, seq) ->
                change(owner, head -> head.reaching(Math.max(head.lastSeq(), seq))));
    }

    @Override
    public Head read(UUID owner, Collection<Long> seqs) {
        return change(
                owner,
                head -> {
                    Set<Long> above = new HashSet<>(head.marks().above());
                    above.addAll(seqs);
                    return new Head(
                            head.lastSeq(),
                            new ReadMarks(head.marks().upTo(), above),
                            head.expiredUpTo(),
                            head.retracted());
                });
    }

    @Override
    public Head readUpTo(UUID owner, long seq, Collection<Long> superfluous) {
        return change(
                owner,
                head ->
                        new Head(
                                head.lastSeq(),
                                raised(head.marks(), seq, superfluous),
                                head.expiredUpTo(),
                                head.retracted()));
    }

    @Override
    public Head expire(UUID owner, long seq, Collection<Long> superfluous) {
        return change(
                owner,
                head ->
                        new Head(
                                Math.max(head.lastSeq(), seq),
                                raised(head.marks(), seq, superfluous),
                                Math.max(head.expiredUpTo(), seq),
                                head.retracted().without(superfluous)));
    }

    @Override
    public void retract(Map<UUID, Map<Long, Long>> states) {
        states.forEach((owner, more) ->
                change(
                        owner,
                        head ->
                                new Head(
                                        Math.max(head.lastSeq(), Collections.max(more.keySet())),
                                        head.marks(),
                                        head.expiredUpTo(),
                                        head.retracted().merged(more))));
    }

    private static ReadMarks raised(ReadMarks marks, long seq, Collection<Long> superfluous) {
        Set<Long> above = new HashSet<>(marks.above());
        above.removeAll(superfluous);
        return new ReadMarks(Math.max(marks.upTo(), seq), above);
    }

    @Override
    public synchronized void close(UUID owner, Instant at) {
        closed.put(owner, at);
        change(owner, head -> new Head(head.lastSeq(), ReadMarks.NONE));
    }

    @Override
    public synchronized Optional<Instant> closedAt(UUID owner) {
        return Optional.ofNullable(closed.get(owner));
    }

    private synchronized Head change(UUID owner, UnaryOperator<Head> change) {
        Head changed = change.apply(get(owner));
        heads.put(owner, changed);
        return changed;
    }
}
