package dev.socialhub.cli.aot;

import dev.socialhub.backing.process.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The part of a command that decides whether a start-up cache fits: ports and folders, which come
 * as arguments or variables, have no say.
 *
 * @param program its cache is called so; all instances of a service share one
 * @param options of the JVM, without the class path
 * @param jar the whole class path, together with what its manifest names
 */
record JvmCommand(String program, Path java, List<String> options, Path jar) {
    /** Whoever sets one of these has a cache of his own, or wants none. */
    private static final List<String> OWN_CACHE =
            List.of("-XX:AOT", "-XX:+AOT", "-XX:-AOT", "-XX:SharedArchive", "-Xshare");

    JvmCommand {
        options = List.copyOf(options);
    }

    /** Empty for what isn't a JVM, and for one that is started with a cache of the operator's. */
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
