package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers what took effect; fails for some events as it is told to. */
final class RecordingConsumer implements EventConsumer {

    private final String group;
    private final ReplayPolicy replayPolicy;
    private final List<ReceivedEvent> effects = new ArrayList<>();
    private final Set<String> hated = new HashSet<>();
    private boolean storeAway;
    private int refusals;

    RecordingConsumer(String group, ReplayPolicy replayPolicy) {
        this.group = group;
        this.replayPolicy = replayPolicy;
    }

    /** Never to be handled: a bug, or data that breaks a rule. */
    synchronized void hate(String subject) {
        hated.add(subject);
    }

    /** The bug is mended. */
    synchronized void forgive() {
        hated.clear();
    }

    synchronized void storeIsAway(boolean away) {
        storeAway = away;
    }

    synchronized int refusals() {
        return refusals;
    }

    synchronized List<ReceivedEvent> effects() {
        return List.copyOf(effects);
    }

    List<String> subjects() {
        return effects().stream().map(one -> one.event().data().subject()).toList();
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.POST);
    }

    @Override
    public ReplayPolicy replayPolicy() {
        return replayPolicy;
    }

    @Override
    public synchronized void handle(List<ReceivedEvent> events) {
        if (storeAway) {
            refusals++;
            throw new StoreAway();
        }
        for (ReceivedEvent event : events) {
            if (hated.contains(event.event().data().subject())) {
                refusals++;
                throw new IllegalArgumentException("breaks a rule");
            }
        }
        effects.addAll(events);
    }

    @Override
    public boolean isTransient(Throwable error) {
        return error instanceof StoreAway;
    }

    static final class StoreAway extends RuntimeException {}
}
