package dev.socialhub.chat.socket;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The namespaces, by name. */
@Singleton
final class NamespaceScopes {

    private final Map<String, NamespaceScope> byName;
    private final NamespaceScope main;

    NamespaceScopes(
            List<Namespace> namespaces,
            NamespaceGroups groups,
            List<SocketObserver> observers,
            SocketSessions sessions) {
        byName =
                namespaces.stream()
                        .map(namespace ->
                                new NamespaceScope(
                                        namespace,
                                        new SocketIoEncoding(namespace.name()),
                                        groups.of(namespace),
                                        namespace.isMain() ? observers : List.of(),
                                        sessions))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        scope -> scope.namespace().name(), Function.identity()));
        main =
                byName.values().stream()
                        .filter(scope -> scope.namespace().isMain())
                        .findFirst()
                        .orElseThrow();
    }

    @Nullable NamespaceScope find(String name) {
        return byName.get(name);
    }

    /** The main namespace for clients that don't speak Socket.IO. */
    NamespaceScope main(Encoding encoding) {
        return new NamespaceScope(
                main.namespace(), encoding, main.groups(), main.observers(), main.sessions());
    }
}
