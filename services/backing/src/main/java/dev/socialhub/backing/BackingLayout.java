package dev.socialhub.backing;

import java.nio.file.Path;

/**
 * Where the servers live.
 *
 * @param data one folder for each server is made below it
 * @param binaries where the native programs are unpacked
 * @param logs where each server's output is appended
 * @param dist the folder that holds {@code backing-servers.jar} and {@code lib/}
 * @param java the {@code java} executable that runs Kafka and the MongoDB-protocol server
 */
public record BackingLayout(Path data, Path binaries, Path logs, Path dist, Path java) {
    public BackingLayout {
        data = data.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        logs = logs.toAbsolutePath().normalize();
        dist = dist.toAbsolutePath().normalize();
    }

    /** The file that receives what the server writes to stdout and stderr. */
    public Path log(String server) {
        return logs.resolve(server + ".out");
    }
}
