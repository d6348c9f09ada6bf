package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.shared.trace.TraceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers what took effect; fails for some events as it is told to. */
final class RecordingConsumer implements EventConsumer {

    private final String group;
    private final ReplayPolicy replayPolicy;
    private final List<ReceivedEvent> effects = new ArrayList<>();
    private final Map<UUID, TraceContext> traces = new HashMap<>();
    private final Set<String> failingSubjects = new HashSet<>();
    private boolean storeAway;
    private int refusals;

    RecordingConsumer(String group, ReplayPolicy replayPolicy) {
        this.group = group;
        this.replayPolicy = replayPolicy;
    }

    /** Never to be handled: a bug, or data that breaks a rule. */
    synchronized void failFor(String subject) {
        failingSubjects.add(subject);
    }

    /** The bug is mended. */
    synchronized void succeedAgain() {
        failingSubjects.clear();
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

    /** The trace in which an event was handled; null for none. */
    synchronized @Nullable TraceContext trace(UUID eventId) {
        return traces.get(eventId);
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
            if (failingSubjects.contains(event.event().data().subject())) {
                refusals++;
                throw new IllegalArgumentException("breaks a rule");
            }
        }
        effects.addAll(events);
        for (ReceivedEvent event : events) {
            event.inItsTrace(() -> {
                TraceContext current = TraceContext.current();
                if (current != null) {
                    traces.put(event.event().id(), current);
                }
            });
        }
    }

    @Override
    public boolean isTransient(Throwable error) {
        return error instanceof StoreAway;
    }

    static final class StoreAway extends RuntimeException {}
}
