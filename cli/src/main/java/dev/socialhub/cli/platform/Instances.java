package dev.socialhub.cli.platform;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The wanted number of instances of each service.
 *
 * @param counts by service; services that aren't in it have as many as the manifest says
 */
public record Instances(Map<String, Integer> counts) {
    public static final Instances DEFAULT = new Instances(Map.of());

    static final int LIMIT = 9;
    private static final Pattern OPTION = Pattern.compile("([^=]+)=(\\d{1,9})");

    public Instances {
        counts = Map.copyOf(counts);
    }

    /**
     * As {@code --instances} asks for them: {@code posts=2}, or several separated by commas.
     *
     * @throws OperatorError (wrong usage, not found) if a service or its number isn't possible
     */
    public static Instances requested(Collection<String> options) {
        Map<String, Integer> counts = new HashMap<>();
        for (String option : options) {
            for (String part : option.split(",", -1)) {
                Matcher matcher = OPTION.matcher(part.strip());
                if (!matcher.matches()) {
                    throw new OperatorError(
                            ExitCode.WRONG_USAGE,
                            "--instances is '" + option + "'",
                            "give services and numbers, such as posts=2 or posts=2,users=3");
                }
                put(counts, matcher.group(1), Integer.parseInt(matcher.group(2)));
            }
        }
        return new Instances(counts);
    }

    private static void put(Map<String, Integer> counts, String name, int count) {
        if (!isScalable(name)) {
            throw refusal(name);
        }
        if (count < 1 || count > LIMIT) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "--instances asks for %d of %s".formatted(count, name),
                    "ask for 1 to " + LIMIT);
        }
        counts.put(name, count);
    }

    private static OperatorError refusal(String name) {
        String choice = "choose from " + String.join(", ", scalable());
        boolean isService = PlatformManifest.packaged().service(name).isPresent();
        boolean isServer = Port.ALL.stream().anyMatch(port -> port.key().equals(name));
        return isService || isServer
                ? new OperatorError(
                        ExitCode.WRONG_USAGE,
                        "there is only one " + name + " on a platform",
                        choice)
                : new OperatorError(
                        ExitCode.NOT_FOUND, "there is no service named '" + name + "'", choice);
    }

    /** Whether this service may have several instances, and this many. */
    static boolean isPossible(String service, int count) {
        return isScalable(service) && count >= 1 && count <= LIMIT;
    }

    private static boolean isScalable(String name) {
        return scalable().contains(name);
    }

    private static List<String> scalable() {
        return PlatformManifest.packaged().behindGateway().stream()
                .map(ServiceEntry::name)
                .toList();
    }

    int of(String service) {
        return counts.getOrDefault(
                service,
                PlatformManifest.packaged()
                        .service(service)
                        .map(ServiceEntry::instances)
                        .orElse(1));
    }

    /** These numbers, replaced by the requested ones where there are any. */
    Instances with(Instances requested) {
        Map<String, Integer> merged = new TreeMap<>(counts);
        merged.putAll(requested.counts);
        return new Instances(merged);
    }

    /** These numbers, raised where needed to include the processes of these names. */
    Instances including(Collection<String> names) {
        Map<String, Integer> more = new TreeMap<>(counts);
        for (String service : scalable()) {
            IntStream.rangeClosed(2, LIMIT)
                    .filter(number -> names.contains(service + "-" + number))
                    .forEach(number -> more.merge(service, number, Math::max));
        }
        return new Instances(more);
    }

    /** Every instance of every service, in the order in which they are shown. */
    List<ServiceInstance> all() {
        return PlatformManifest.packaged().services().stream().flatMap(this::of).toList();
    }

    private Stream<ServiceInstance> of(ServiceEntry service) {
        return IntStream.rangeClosed(1, of(service.name()))
                .mapToObj(number -> new ServiceInstance(service, number));
    }
}
