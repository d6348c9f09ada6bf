package dev.socialhub.cli.top;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Single keys from the terminal, without Enter; closing it restores the terminal. */
final class KeyPresses implements AutoCloseable {
    private final String settings;
    private final Thread atExit;

    private KeyPresses(String settings) {
        this.settings = settings;
        this.atExit = new Thread(this::restore, "restore-terminal");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Calls back when {@code q} is pressed.
     *
     * @return null where there is no terminal to read from
     */
    static @Nullable KeyPresses onQuit(Runnable quit) {
        String settings = stty("-g").strip();
        if (settings.isEmpty()) {
            return null;
        }
        KeyPresses keys = new KeyPresses(settings);
        stty("-icanon", "-echo", "min", "1", "time", "0");
        Thread.ofPlatform().daemon().name("keys").start(() -> readUntilQuit(quit));
        return keys;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // The JVM is already shutting down, so the hook runs.
            return;
        }
        restore();
    }

    private void restore() {
        stty(settings);
    }

    private static void readUntilQuit(Runnable quit) {
        try {
            for (int key = System.in.read(); key >= 0; key = System.in.read()) {
                if (key == 'q' || key == 'Q') {
                    quit.run();
                    return;
                }
            }
        } catch (IOException closed) {
            quit.run();
        }
    }

    /** The output of {@code stty}; empty where it can't be run. */
    private static String stty(String... arguments) {
        try {
            Process process =
                    new ProcessBuilder(
                                    Stream.concat(
                                                    List.of("stty").stream(),
                                                    List.of(arguments).stream())
                                            .toList())
                            .redirectInput(Path.of("/dev/tty").toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (InputStream out = process.getInputStream()) {
                String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == 0 ? text : "";
            }
        } catch (IOException noTerminal) {
            return "";
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
