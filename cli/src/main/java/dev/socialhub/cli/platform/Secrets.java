package dev.socialhub.cli.platform;

import dev.socialhub.cli.machine.AtomicFile;
import dev.socialhub.cli.machine.NewSecret;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The values of all secrets, made once and kept in {@code secrets.env} (mode 600). */
final class Secrets {
    private final Map<Secret, String> values;
    private final boolean isNew;

    private Secrets(Map<Secret, String> values, boolean isNew) {
        this.values = values;
        this.isNew = isNew;
    }

    String get(Secret secret) {
        String value = values.get(secret);
        if (value == null) {
            throw new IllegalStateException("no value for " + secret);
        }
        return value;
    }

    /** The secrets of an earlier start, or new ones, which are still to be stored. */
    static Secrets readOrMake(Path file, SecureRandom random) {
        return read(file).orElseGet(() -> make(random));
    }

    /** Those of an earlier start. */
    static Optional<Secrets> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, String> lines = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    lines.put(
                            line.substring(0, equals).strip(), line.substring(equals + 1).strip());
                }
            }
        } catch (IOException unreadable) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    file + " can't be read",
                    "it belongs to the user that started the platform first; run as that user",
                    unreadable);
        }
        Map<Secret, String> values = new LinkedHashMap<>();
        for (Secret secret : Secret.ALL) {
            String value = lines.get(secret.name());
            if (value == null || value.isEmpty()) {
                // A newly generated secret would make data inaccessible that was created with the
                // old one.
                throw new OperatorError(
                        ExitCode.FAILED,
                        file + " lacks " + secret,
                        "restore the file; if the platform is older than this secret, add the line "
                                + secret
                                + "=... with the output of `openssl rand -base64 32`; or start anew"
                                + " with `socialhubctl down --purge --execute`");
            }
            values.put(secret, value);
        }
        return Optional.of(new Secrets(values, false));
    }

    /** No secret is known, as before the first start. */
    static Secrets none() {
        Map<Secret, String> values = new LinkedHashMap<>();
        for (Secret secret : Secret.ALL) {
            values.put(secret, "");
        }
        return new Secrets(values, false);
    }

    private static Secrets make(SecureRandom random) {
        Map<Secret, String> values = new LinkedHashMap<>();
        for (Secret secret : Secret.ALL) {
            values.put(secret, NewSecret.of(secret.name(), random));
        }
        return new Secrets(values, true);
    }

    /**
     * Stores new ones.
     *
     * @throws OperatorError (refused) if the file exists by now: it is never overwritten
     */
    void store(Path file) {
        if (!isNew) {
            return;
        }
        if (Files.exists(file)) {
            throw new OperatorError(
                    ExitCode.REFUSED,
                    "another socialhubctl has just started this platform",
                    "try again");
        }
        StringBuilder text =
                new StringBuilder(
                        "# Made by socialhubctl on the first start. The data can't be read without"
                                + " it: keep it, and keep it secret.\n");
        values.forEach(
                (secret, value) -> text.append(secret).append('=').append(value).append('\n'));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        AtomicFile.write(file, text.toString());
    }

    /** Names only, so that no log or error shows a value. */
    @Override
    public String toString() {
        return "Secrets" + values.keySet();
    }
}
