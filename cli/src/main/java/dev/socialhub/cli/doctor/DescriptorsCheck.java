package dev.socialhub.cli.doctor;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.machine.OpenFiles.Limit;
import java.util.Optional;
import java.util.function.Supplier;

/** How many files and sockets a process may have open, as the platform's processes inherit it. */
record DescriptorsCheck(Supplier<Optional<Limit>> limit) implements Check {
    private static final long MIN_OPEN_FILES = 4096;

    @Override
    public String name() {
        return "file-descriptors";
    }

    @Override
    public Finding examine() {
        return limit.get()
                .map(DescriptorsCheck::judge)
                .orElseGet(() ->
                        Finding.warn(
                                "this system doesn't report the limit",
                                "check that `ulimit -n` prints " + MIN_OPEN_FILES + " or more"));
    }

    private static Finding judge(Limit limit) {
        if (limit.soft() >= MIN_OPEN_FILES) {
            String amount = limit.soft() == Long.MAX_VALUE ? "any number of" : "" + limit.soft();
            return Finding.ok("a process may open " + amount + " files");
        }
        return Finding.fail(
                "a process may open %d files, Kafka needs %d"
                        .formatted(limit.soft(), MIN_OPEN_FILES),
                limit.hard() >= MIN_OPEN_FILES
                        ? "`ulimit -n " + MIN_OPEN_FILES + "` in this shell"
                        : "raise the hard limit: `* hard nofile 65536` in"
                                + " /etc/security/limits.conf, then log in again");
    }
}
