package dev.socialhub.cli.aot;

import dev.socialhub.backing.process.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The part of a command that decides whether a start-up cache fits. Ports and folders, which are
 * passed as arguments or variables, have no influence.
 *
 * @param program the cache has this name; all instances of a service share one
 * @param options of the JVM, without the class path
 * @param jar the whole class path, together with the entries of its manifest
 */
record JvmCommand(String program, Path java, List<String> options, Path jar) {
    /** An operator who sets one of these options has a cache of their own, or wants none. */
    private static final List<String> OWN_CACHE =
            List.of("-XX:AOT", "-XX:+AOT", "-XX:-AOT", "-XX:SharedArchive", "-Xshare");

    JvmCommand {
        options = List.copyOf(options);
    }

    /**
     * Empty for a command that isn't a JVM, and for a JVM that is started with the operator's own
     * cache.
     */
    static Optional<JvmCommand> of(Launch launch) {
        List<String> words = launch.command();
        if (!Path.of(words.getFirst()).endsWith("java")) {
            return Optional.empty();
        }
        return IntStream.range(1, words.size() - 1)
                .filter(at -> words.get(at).equals("-jar") || words.get(at).equals("-cp"))
                .mapToObj(at -> parse(launch.name(), words, at))
                .findFirst()
                .filter(command ->
                        command.options().stream()
                                .noneMatch(
                                        option -> OWN_CACHE.stream().anyMatch(option::startsWith)));
    }

    /** The same launch with one more option of the JVM. */
    static Launch with(String option, Launch launch) {
        List<String> words = new ArrayList<>(launch.command());
        words.add(1, option);
        return launch.withCommand(words);
    }

    private static JvmCommand parse(String name, List<String> words, int at) {
        Path jar = Path.of(words.get(at + 1));
        String file = jar.getFileName().toString();
        String program = words.get(at).equals("-jar") ? file.replaceFirst("\\.jar$", "") : name;
        return new JvmCommand(program, Path.of(words.getFirst()), words.subList(1, at), jar);
    }
}
