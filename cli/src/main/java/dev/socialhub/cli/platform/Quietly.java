package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.Launch;
import java.util.ArrayList;
import java.util.List;

/** Work that leaves others nine tenths of the time, if they want it. */
final class Quietly {
    /**
     * Linux weighs whole sessions against each other, and niceness only within one; each of our
     * processes has its own. Not 19: on a machine that is never idle the work would never end. The
     * shell replaces itself, so the pid stays the program's.
     */
    private static final String SCRIPT =
            "if [ -w /proc/self/autogroup ]; then echo 10 >/proc/self/autogroup; fi 2>/dev/null;"
                    + " exec nice -n 10 \"$0\" \"$@\"";

    private Quietly() {}

    static Launch run(Launch launch) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT));
        command.addAll(launch.command());
        return new Launch(
                launch.name(),
                command,
                launch.environment(),
                launch.directory(),
                launch.log(),
                launch.stopSignal());
    }
}
