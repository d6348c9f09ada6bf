package dev.socialhub.testkit;

import dev.socialhub.backing.BackingPorts;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** What a test must know of the running servers. */
record TestState(BackingPorts ports, String password) {

    static TestState read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return new TestState(
                new BackingPorts(
                        port(properties, "postgres"),
                        port(properties, "redis"),
                        port(properties, "kafka"),
                        port(properties, "kafkaController"),
                        port(properties, "mongodb")),
                properties.getProperty("password"));
    }

    void write(Path file) throws IOException {
        var owner = PosixFilePermissions.fromString("rw-------");
        var temporary =
                Files.createTempFile(
                        file.getParent(),
                        "state-",
                        ".new",
                        PosixFilePermissions.asFileAttribute(owner));
        Files.writeString(
                temporary,
                "postgres=%d\nredis=%d\nkafka=%d\nkafkaController=%d\nmongodb=%d\npassword=%s\n"
                        .formatted(
                                ports.postgres(),
                                ports.redis(),
                                ports.kafka(),
                                ports.kafkaController(),
                                ports.mongodb(),
                                password));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static int port(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty(name));
    }
}
