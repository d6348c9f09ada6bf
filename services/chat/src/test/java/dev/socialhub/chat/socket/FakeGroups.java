package dev.socialhub.chat.socket;

import dev.socialhub.shared.identity.Caller;
import io.micronaut.context.ApplicationContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clients of one instance, without a network. */
public final class FakeGroups implements Groups {

    private final Map<String, Set<FakeSocket>> groups = new HashMap<>();
    private @Nullable ApplicationContext instance;
    private @Nullable GroupObserver observer;

    /** Names the instance whose observers and handlers are called. */
    public void belongTo(ApplicationContext service) {
        instance = service;
    }

    private <T> Collection<T> beans(Class<T> type) {
        return instance == null ? List.of() : instance.getBeansOfType(type);
    }

    public FakeSocket connect(UUID userId, String username) {
        FakeSocket socket = new FakeSocket(new Caller(userId, username, Set.of(), "s"), this);
        beans(SocketObserver.class).stream()
                .filter(FakeGroups::isOfDomain)
                .forEach(one -> one.connected(socket));
        return socket;
    }

    /** Lets a client send an event; returns the acknowledgement. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public @Nullable Object send(FakeSocket socket, String event, Object argument) {
        EventHandler handler =
                beans(EventHandler.class).stream()
                        .filter(one -> one.event().equals(event))
                        .findFirst()
                        .orElseThrow();
        return handler.handle(socket, argument);
    }

    void join(String group, FakeSocket socket) {
        boolean isFirst;
        synchronized (this) {
            Set<FakeSocket> members = groups.computeIfAbsent(group, _ -> new LinkedHashSet<>());
            isFirst = members.isEmpty();
            members.add(socket);
        }
        if (isFirst) {
            observers().forEach(one -> one.opened(group));
        }
    }

    void leave(String group, FakeSocket socket) {
        boolean isEmpty;
        synchronized (this) {
            Set<FakeSocket> members = groups.getOrDefault(group, Set.of());
            isEmpty = members.contains(socket) && members.remove(socket) && members.isEmpty();
        }
        if (isEmpty) {
            observers().forEach(one -> one.emptied(group));
        }
    }

    void disconnect(FakeSocket socket) {
        beans(SocketObserver.class).stream()
                .filter(FakeGroups::isOfDomain)
                .forEach(one -> one.disconnected(socket));
        of(socket).forEach(group -> leave(group, socket));
    }

    synchronized Set<String> of(FakeSocket socket) {
        return groups.entrySet().stream()
                .filter(one -> one.getValue().contains(socket))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Has one observer told, where there is no instance. */
    public void observe(GroupObserver one) {
        observer = one;
    }

    private List<GroupObserver> observers() {
        return observer != null
                ? List.of(observer)
                : beans(GroupObserver.class).stream().filter(FakeGroups::isOfDomain).toList();
    }

    private static boolean isOfDomain(Object observer) {
        String type = observer.getClass().getPackageName();
        return type.endsWith(".fanout") || type.endsWith(".presence");
    }

    @Override
    public synchronized void deliver(String group, OutgoingEvent event) {
        groups.getOrDefault(group, Set.of()).forEach(one -> one.emit(event));
    }

    @Override
    public synchronized void deliverExcept(String group, OutgoingEvent event, ClientSocket except) {
        groups.getOrDefault(group, Set.of()).stream()
                .filter(one -> one != except)
                .forEach(one -> one.emit(event));
    }

    @Override
    public synchronized Collection<ClientSocket> members(String group) {
        return List.copyOf(groups.getOrDefault(group, Set.of()));
    }
}
