package dev.socialhub.backing.jvm;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.backing.BackingLayout;
import dev.socialhub.backing.process.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a server that is a Java program is started: always a JVM of its own, from
 * backing-servers.jar.
 */
public record JavaProgram(BackingLayout layout, String name, String main, int heapMegabytes) {

    /**
     * @throws BackingFailure if backing-servers.jar has not been packaged
     */
    public void requirePackaged() {
        if (!Files.isRegularFile(jar())) {
            throw new BackingFailure(jar() + " is missing", "run mvn package first");
        }
    }

    /** Started in that directory with those arguments. */
    public Launch launch(Path directory, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(layout.java().toString());
        command.addAll(
                List.of(
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseSerialGC",
                        // Starts fast and stays small; these servers never need the last drop.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        // Each thread would keep direct memory of its largest write for ever.
                        "-Djdk.nio.maxCachedBufferSize=262144",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dlogback.configurationFile=dev/socialhub/backing/logback.xml",
                        "-cp",
                        jar().toString(),
                        main));
        command.addAll(arguments);
        return new Launch(
                name, command, Map.of("MALLOC_ARENA_MAX", "2"), directory, layout.log(name));
    }

    private Path jar() {
        return layout.dist().resolve("backing-servers.jar");
    }
}
