package dev.socialhub.cli.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The environment variables that a process was started with. */
public final class ProcessEnvironment {
    private final Path proc;

    public ProcessEnvironment(Path proc) {
        this.proc = proc;
    }

    /**
     * Empty if the process has ended, belongs to another user, or the system doesn't report them.
     */
    public Optional<Map<String, String>> of(long pid) {
        String text;
        try {
            Path file = proc.resolve(Long.toString(pid)).resolve("environ");
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException endedOrHidden) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (String line : text.split("\0", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                variables.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return variables.isEmpty() ? Optional.empty() : Optional.of(variables);
    }
}
