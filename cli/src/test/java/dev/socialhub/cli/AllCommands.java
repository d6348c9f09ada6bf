package dev.socialhub.cli;

import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;

/** The tool as it is called, without a process of its own. */
public final class AllCommands {
    private static final Path NOWHERE = Path.of("/nonexistent");

    private AllCommands() {}

    /** All commands, of a platform that doesn't exist. */
    public static CommandLine tree() {
        return tree(NOWHERE, CapturedTerminal.plain().terminal());
    }

    /** Runs a command in a pipe, where nothing runs. */
    public static CommandOutcome run(Path home, String... arguments) {
        return run(nothingAt(home), CapturedTerminal.plain(), arguments);
    }

    /** Runs a command on a platform. */
    public static CommandOutcome run(
            Installation installation, CapturedTerminal terminal, String... arguments) {
        int exitCode =
                SocialHubCtl.commandLine(installation, terminal.terminal()).execute(arguments);
        return new CommandOutcome(exitCode, terminal.out(), terminal.err());
    }

    /** The words that lead to each command, the tool itself first; hidden ones as well. */
    public static List<List<String>> paths() {
        List<List<String>> found = new ArrayList<>();
        collect(tree(), List.of(), found);
        return found;
    }

    /** The command that these words lead to. */
    public static CommandLine command(List<String> path) {
        CommandLine command = tree();
        for (String word : path) {
            command = Objects.requireNonNull(command.getSubcommands().get(word), word);
        }
        return command;
    }

    /** All commands, for a home and a terminal. */
    public static CommandLine tree(Path home, Terminal terminal) {
        return SocialHubCtl.commandLine(nothingAt(home), terminal);
    }

    private static Installation nothingAt(Path home) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        // Independent of the context that the user of this machine has chosen.
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", NOWHERE.toString());
        return new Installation(NOWHERE, new HomeFolder(home), java, environment);
    }

    private static void collect(CommandLine command, List<String> path, List<List<String>> found) {
        found.add(path);
        command.getSubcommands()
                .forEach((name, sub) -> {
                    List<String> deeper = new ArrayList<>(path);
                    deeper.add(name);
                    collect(sub, deeper, found);
                });
    }
}
