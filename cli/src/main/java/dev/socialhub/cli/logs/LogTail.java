package dev.socialhub.cli.logs;

import dev.socialhub.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The end of what one process logged, to be shown with an error. */
public final class LogTail {
    private final String process;
    private final Path log;
    private final Path output;

    /**
     * @param log its JSON lines; need not exist
     * @param output its stdout and stderr; need not exist
     */
    public LogTail(String process, Path log, Path output) {
        this.process = process;
        this.log = log;
        this.output = output;
    }

    /** The last lines that aren't older than the given moment, then the path of the log. */
    public List<String> since(Instant begin, int count) {
        List<LogEntry> entries = new ArrayList<>();
        try (LogSource json = LogSource.ofJson(process, log);
                LogSource plain = LogSource.ofOutput(process, output)) {
            entries.addAll(json.last(count));
            entries.addAll(plain.last(count));
        }
        boolean logged = entries.stream().anyMatch(entry -> !entry.time().isBefore(begin));
        StringWriter discarded = new StringWriter();
        Terminal plain =
                new Terminal(new PrintWriter(discarded), new PrintWriter(discarded), false, false);
        LogRenderer renderer =
                new LogRenderer(plain, Clock.system(ZoneId.systemDefault()), process.length());
        List<String> lines =
                entries.stream()
                        .filter(entry -> !logged || !entry.time().isBefore(begin))
                        .sorted(Comparator.comparing(LogEntry::time))
                        .flatMap(entry -> renderer.render(entry).lines())
                        .toList();
        List<String> tail =
                new ArrayList<>(lines.subList(Math.max(0, lines.size() - count), lines.size()));
        tail.add("log: " + log + " and " + output);
        return tail;
    }
}
