package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.Launch;
import java.util.ArrayList;
import java.util.List;

/** A process's share of the cores while other processes want them, too. */
public enum Priority {
    /** Not 19: on a machine that is never idle the work would never be completed. */
    LOW(10),
    NORMAL(0),
    /** Only root may raise the priority; for other users this is the same as {@link #NORMAL}. */
    HIGH(-10);

    /**
     * Linux weighs whole sessions against each other, and niceness only within one; each of our
     * processes has its own. Where sessions aren't weighed, niceness is. The shell replaces itself,
     * so the pid stays the program's.
     */
    private static final String SCRIPT =
            "{ echo %1$d >/proc/self/autogroup; renice -n %1$d -p $$; } >/dev/null 2>&1;"
                    + " exec \"$0\" \"$@\"";

    private final int niceness;

    Priority(int niceness) {
        this.niceness = niceness;
    }

    public Launch of(Launch launch) {
        if (this == NORMAL) {
            return launch;
        }
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT.formatted(niceness)));
        command.addAll(launch.command());
        return launch.withCommand(command);
    }
}
