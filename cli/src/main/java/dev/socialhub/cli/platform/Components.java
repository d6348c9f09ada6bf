package dev.socialhub.cli.platform;

import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.manifest.PlatformManifest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every process of the platform, in the order in which they are shown. */
public final class Components {
    /** The name of the service that clients call. */
    public static final String GATEWAY = PlatformManifest.packaged().gateway().name();

    /** The name of the service without whose keys no other can verify a token. */
    public static final String KEY_HOLDER = PlatformManifest.packaged().keyHolder().name();

    private final List<Component> components;

    public Components(List<? extends Component> components) {
        this.components = List.copyOf(components);
    }

    public List<Component> all() {
        return components;
    }

    /** One of each kind, even if several instances run. */
    public List<Component> programs() {
        Set<String> seen = new HashSet<>();
        return components.stream().filter(component -> seen.add(component.service())).toList();
    }

    /**
     * @throws IllegalArgumentException if no process has that name
     */
    public Component named(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    public List<String> names() {
        return components.stream().map(Component::name).toList();
    }

    /** How many programs there are, whatever the number of their instances. */
    public int programCount() {
        return (int) components.stream().map(Component::service).distinct().count();
    }

    /** The process that clients call, if it is one of these. */
    public Optional<Component> gateway() {
        return components.stream().filter(one -> one.service().equals(GATEWAY)).findFirst();
    }

    /**
     * The processes that these names refer to, in their order; a service's name means all its
     * instances.
     *
     * @throws OperatorError (not found) if a name is unknown
     */
    public List<Component> named(Collection<String> names) {
        for (String name : names) {
            if (components.stream().noneMatch(component -> component.matches(name))) {
                throw unknown(name, names());
            }
        }
        return components.stream()
                .filter(component -> names.stream().anyMatch(component::matches))
                .toList();
    }

    /**
     * The named ones; with any service also all servers and auth, since no service is ready without
     * its data and the keys that tokens are verified with.
     *
     * @param names empty for all
     */
    public List<Component> select(Collection<String> names) {
        if (names.isEmpty()) {
            return components;
        }
        List<Component> named = named(names);
        boolean withService = named.stream().anyMatch(one -> one.kind() == Kind.service);
        return components.stream()
                .filter(component ->
                        named.contains(component) || (withService && isNeededByServices(component)))
                .toList();
    }

    private static boolean isNeededByServices(Component component) {
        return component.kind() == Kind.server || component.service().equals(KEY_HOLDER);
    }

    /** The error about an unknown name. */
    static OperatorError unknown(String name, Collection<String> known) {
        return new OperatorError(
                ExitCode.NOT_FOUND,
                "there is no process named '" + name + "'",
                "choose from " + String.join(", ", known));
    }
}
