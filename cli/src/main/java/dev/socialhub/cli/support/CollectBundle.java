package dev.socialhub.cli.support;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Collects the contents of a support bundle. Nothing is changed, whether the platform runs or not.
 */
final class CollectBundle {
    /**
     * Output of the tool's own commands, each in a file of its own. The fourth stage would write
     * data.
     */
    private static final List<Said> COMMANDS =
            List.of(
                    new Said("version.txt", "version"),
                    new Said("status.txt", "status"),
                    new Said("doctor.txt", "doctor"),
                    new Said("verify.txt", "verify", "--stage", "3"),
                    new Said("config.txt", "config", "show", "--all"),
                    new Said("config-validate.txt", "config", "validate"),
                    new Said("topics.txt", "topics", "diff"));

    private static final List<String> MACHINE_FILES =
            List.of(
                    "meminfo",
                    "loadavg",
                    "version",
                    "pressure/cpu",
                    "pressure/memory",
                    "pressure/io");

    /** Never {@code environ}, which holds secrets. */
    private static final List<String> PROCESS_FILES =
            List.of("status", "limits", "io", "smaps_rollup", "cmdline");

    private final HomeFolder home;
    private final Tool tool;
    private final Path proc;
    private final int logBytes;

    CollectBundle(HomeFolder home, Tool tool, Path proc, int logBytes) {
        this.home = home;
        this.tool = tool;
        this.proc = proc;
        this.logBytes = logBytes;
    }

    private record Said(String file, List<String> words) {
        Said(String file, String... words) {
            this(file, List.of(words));
        }
    }

    void into(Archive archive, ProgressDisplay progress) throws IOException {
        for (Said command : COMMANDS) {
            String step = String.join(" ", command.words());
            progress.running(step, "running");
            archive.add(command.file(), run(command.words()));
            progress.done(step, "done");
        }
        progress.running("files", "collecting");
        addFile(archive, "ports.json", home.ports());
        addFile(archive, "upstreams.json", home.upstreams());
        for (Path log : logs()) {
            archive.add("logs/" + log.getFileName(), FileTail.of(log, logBytes));
        }
        for (String fact : MACHINE_FILES) {
            addFile(archive, "proc/" + fact.replace('/', '-') + ".txt", proc.resolve(fact));
        }
        for (String name : home.startedProcesses()) {
            Optional<DetachedProcess> alive = home.process(name);
            if (alive.isPresent()) {
                archive.add("proc/" + name + ".txt", facts(alive.get().pid()));
            }
        }
        progress.done("files", archive.contents().size() + " files");
    }

    private String run(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--context", "local"));
        int exitCode = tool.run(terminal, all.toArray(String[]::new));
        return "$ socialhubctl %s%n%s%s%nexit code %d%n"
                .formatted(String.join(" ", words), out, err, exitCode);
    }

    private List<Path> logs() throws IOException {
        if (!Files.isDirectory(home.logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.logs())) {
            return files.filter(file -> file.toString().matches(".*\\.(log|log\\.1|out)"))
                    .filter(Files::isReadable)
                    .sorted()
                    .toList();
        }
    }

    private String facts(long pid) {
        StringBuilder text = new StringBuilder();
        for (String fact : PROCESS_FILES) {
            Path file = proc.resolve(Long.toString(pid)).resolve(fact);
            text.append("== ").append(fact).append('\n');
            text.append(content(file).orElse("(can't be read)").replace('\0', ' ')).append('\n');
        }
        return text.toString();
    }

    private static void addFile(Archive archive, String name, Path file) throws IOException {
        Optional<String> text = content(file);
        if (text.isPresent()) {
            archive.add(name, text.get());
        }
    }

    /** Empty where there is none, as for most of {@code /proc} on other systems. */
    private static Optional<String> content(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException noneOrHidden) {
            return Optional.empty();
        }
    }
}
