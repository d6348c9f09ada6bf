package dev.socialhub.backing.kafka;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.backing.binaries.Folders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Kafka's log folder must be formatted once, with an identity that it keeps. */
final class LogFolder {
    private LogFolder() {}

    /** Only a completely formatted folder ever gets its name. */
    static void format(KafkaSettings settings) {
        Folders.complete(
                settings.logs(),
                folder -> {
                    var properties = store(settings.properties(folder), settings.data());
                    try {
                        run(properties);
                    } finally {
                        Files.deleteIfExists(properties);
                    }
                });
    }

    private static void run(Path properties) {
        var output = new ByteArrayOutputStream();
        var arguments =
                new String[] {
                    "format",
                    "--cluster-id",
                    Uuid.randomUuid().toString(),
                    "--config",
                    properties.toString()
                };
        var exit =
                StorageTool.execute(
                        arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new BackingFailure(
                    "Kafka's log folder could not be formatted: "
                            + output.toString(StandardCharsets.UTF_8).strip(),
                    "check free space and permissions of its folder");
        }
    }

    private static Path store(Properties properties, Path folder) throws IOException {
        var file = Files.createTempFile(folder, "format-", ".properties");
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }
}
