package dev.socialhub.cli.config;

import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import dev.socialhub.manifest.SharedSettings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a service's settings from its {@code application.yml} and from the files of common settings
 * below it: each {@code ${NAME:default}} with the comment above it. So there is no second list of
 * settings to maintain.
 */
final class DeclaredSettings {
    private static final String FILE = "application.yml";
    private static final Pattern COMMENT = Pattern.compile("\\s*# ?(.*)");
    private static final Pattern KEY = Pattern.compile("\\s*([\\w.-]+):(.*)");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::(?:`([^`]*)`|([^}]*)))?\\}");

    /** The addresses of another service, which the manifest declares. */
    private static final Pattern ADDRESSES =
            Pattern.compile("\\$\\{" + Pattern.quote(SharedSettings.ADDRESSES) + "([a-z-]+)\\}");

    private DeclaredSettings() {}

    /**
     * The settings of a program: the common ones, its own, those of its log.
     *
     * @param dist where the build has left the program
     * @throws OperatorError if it isn't built
     */
    static List<DeclaredSetting> of(Path dist, String service) {
        ProgramFiles files = new ProgramFiles(dist);
        String own = files.own(service, FILE);
        Map<String, DeclaredSetting> all = new LinkedHashMap<>();
        PlatformManifest.packaged()
                .service(service)
                .ifPresent(entry -> {
                    Set<String> overridden = keys(own);
                    for (String name : SharedSettings.filesOf(entry)) {
                        files.shared(name)
                                .map(text -> parse(SharedSettings.fill(text, entry), overridden))
                                .ifPresent(found -> add(all, found));
                    }
                    if (entry.isGateway()) {
                        add(
                                all,
                                PlatformManifest.packaged().behindGateway().stream()
                                        .map(other ->
                                                addresses(
                                                        other,
                                                        "Addresses of %s, comma-separated."
                                                                .formatted(other.name())))
                                        .toList());
                    }
                });
        add(all, parse(own));
        add(all, DeclaredSetting.LOG_SETTINGS);
        return List.copyOf(all.values());
    }

    /** Each variable once, where it is first used. A comment also applies to the keys beside it. */
    static List<DeclaredSetting> parse(String yaml) {
        return parse(yaml, Set.of());
    }

    /**
     * The same without some keys.
     *
     * @param overridden paths of keys that another file sets, such as {@code kafka.health.enabled}
     */
    static List<DeclaredSetting> parse(String yaml, Set<String> overridden) {
        Map<String, DeclaredSetting> found = new LinkedHashMap<>();
        KeyPath path = new KeyPath();
        String meaning = "";
        int depth = -1;
        boolean afterComment = false;
        for (String line : yaml.lines().toList()) {
            Matcher comment = COMMENT.matcher(line);
            if (comment.matches()) {
                meaning = afterComment ? meaning + " " + comment.group(1) : comment.group(1);
                depth = indent(line);
                afterComment = true;
                continue;
            }
            afterComment = false;
            Matcher key = KEY.matcher(line);
            if (!key.matches()) {
                continue;
            }
            if (indent(line) != depth) {
                meaning = "";
                depth = indent(line);
            }
            if (!overridden.contains(path.of(indent(line), key.group(1)))) {
                add(found, inLine(line, meaning));
            }
        }
        return List.copyOf(found.values());
    }

    /** The paths of all keys that have a value. */
    static Set<String> keys(String yaml) {
        Set<String> keys = new LinkedHashSet<>();
        KeyPath path = new KeyPath();
        yaml.lines()
                .map(line -> KEY.matcher(line))
                .filter(Matcher::matches)
                .forEach(key -> {
                    String full = path.of(indent(key.group()), key.group(1));
                    if (!key.group(2).isBlank()) {
                        keys.add(full);
                    }
                });
        return keys;
    }

    private static List<DeclaredSetting> inLine(String line, String meaning) {
        List<DeclaredSetting> found = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(line);
        while (variable.find()) {
            String quoted = variable.group(2);
            found.add(
                    new DeclaredSetting(
                            variable.group(1),
                            quoted == null ? variable.group(3) : quoted,
                            meaning));
        }
        Matcher other = ADDRESSES.matcher(line);
        while (other.find()) {
            Optional<ServiceEntry> service = PlatformManifest.packaged().service(other.group(1));
            service.ifPresent(entry -> found.add(addresses(entry, meaning)));
        }
        return found;
    }

    private static DeclaredSetting addresses(ServiceEntry service, String meaning) {
        return new DeclaredSetting(service.urlVariable(), service.usualUrl(), meaning);
    }

    private static void add(Map<String, DeclaredSetting> all, List<DeclaredSetting> found) {
        found.forEach(one -> all.putIfAbsent(one.name(), one));
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** The path of each key of a file, from its indentation. */
    private static final class KeyPath {
        private record Level(int indent, String path) {}

        private final Deque<Level> open = new ArrayDeque<>();

        String of(int indent, String key) {
            while (!open.isEmpty() && open.getLast().indent() >= indent) {
                open.removeLast();
            }
            String path = open.isEmpty() ? key : open.getLast().path() + "." + key;
            open.addLast(new Level(indent, path));
            return path;
        }
    }
}
