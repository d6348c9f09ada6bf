package dev.socialhub.chat.socket;

import dev.socialhub.chat.metrics.SocketMetrics;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The groups of one namespace. */
final class LocalGroups implements Groups {

    private static final NamespaceSocket[] NO_MEMBERS = {};

    /** The arrays are never changed, only replaced. */
    private final Map<String, NamespaceSocket[]> groups = new ConcurrentHashMap<>();

    private final Supplier<List<GroupObserver>> observers;
    private final SocketMetrics metrics;

    /**
     * @param observers asked for at the first use, since they may need the groups themselves
     */
    LocalGroups(Supplier<List<GroupObserver>> observers, SocketMetrics metrics) {
        this.observers = observers;
        this.metrics = metrics;
    }

    void join(String group, NamespaceSocket socket) {
        List<GroupObserver> told = observers.get();
        groups.compute(
                group,
                (_, members) -> {
                    if (members == null) {
                        told.forEach(observer -> observer.opened(group));
                        return new NamespaceSocket[] {socket};
                    }
                    return with(members, socket);
                });
    }

    void leave(String group, NamespaceSocket socket) {
        List<GroupObserver> told = observers.get();
        groups.computeIfPresent(
                group,
                (_, members) -> {
                    NamespaceSocket[] left = without(members, socket);
                    if (left.length == 0) {
                        told.forEach(observer -> observer.emptied(group));
                        return null;
                    }
                    return left;
                });
    }

    private static NamespaceSocket[] with(NamespaceSocket[] members, NamespaceSocket socket) {
        if (Arrays.asList(members).contains(socket)) {
            return members;
        }
        NamespaceSocket[] more = Arrays.copyOf(members, members.length + 1);
        more[members.length] = socket;
        return more;
    }

    private static NamespaceSocket[] without(NamespaceSocket[] members, NamespaceSocket socket) {
        int at = Arrays.asList(members).indexOf(socket);
        if (at < 0) {
            return members;
        }
        NamespaceSocket[] fewer = Arrays.copyOf(members, members.length - 1);
        System.arraycopy(members, at + 1, fewer, at, fewer.length - at);
        return fewer;
    }

    @Override
    public void deliver(String group, OutgoingEvent event) {
        send(group, event, null);
    }

    @Override
    public void deliverExcept(String group, OutgoingEvent event, ClientSocket except) {
        send(group, event, except);
    }

    private void send(String group, OutgoingEvent event, @Nullable ClientSocket except) {
        NamespaceSocket[] members = groups.getOrDefault(group, NO_MEMBERS);
        if (members.length == 0) {
            return;
        }
        OutgoingEvent grouped = event.in(group);
        Map<EventLoop, List<NamespaceSocket>> byLoop = new HashMap<>();
        for (NamespaceSocket member : members) {
            byLoop.computeIfAbsent(member.loop(), _ -> new ArrayList<>(members.length)).add(member);
        }
        byLoop.forEach((loop, here) -> loop.execute(() -> send(here, grouped, except)));
        metrics.delivered(members.length);
    }

    private static void send(
            List<NamespaceSocket> members, OutgoingEvent event, @Nullable ClientSocket except) {
        try (EncodedEvent encoded = new EncodedEvent(event)) {
            for (NamespaceSocket member : members) {
                if (member == except) {
                    member.skip(event);
                } else {
                    member.deliver(event, encoded);
                }
            }
        }
    }

    @Override
    public Collection<ClientSocket> members(String group) {
        return List.of(groups.getOrDefault(group, NO_MEMBERS));
    }
}
