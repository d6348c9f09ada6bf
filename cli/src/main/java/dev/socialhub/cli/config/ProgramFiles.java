package dev.socialhub.cli.config;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Files that are packed with the programs.
 *
 * @param dist where the build has left the programs, and in {@code lib} what they share
 */
record ProgramFiles(Path dist) {

    /**
     * A file in a program's own jar.
     *
     * @throws OperatorError if the program isn't built
     */
    String own(String program, String name) {
        Path jar = dist.resolve(program + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    jar + " is missing",
                    "build it with `mvn -DskipTests package`");
        }
        return read(jar, name).orElseThrow(() -> damaged(jar, null));
    }

    /** A file in one of the project's own libraries. */
    Optional<String> shared(String name) {
        Path libraries = dist.resolve("lib");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(libraries, "socialhub-*.jar")) {
            for (Path jar : jars) {
                Optional<String> text = read(jar, name);
                if (text.isPresent()) {
                    return text;
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw damaged(libraries, unreadable);
        }
    }

    private static Optional<String> read(Path jar, String name) {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            ZipEntry entry = file.getEntry(name);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream text = file.getInputStream(entry)) {
                return Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw damaged(jar, unreadable);
        }
    }

    private static OperatorError damaged(Path file, @Nullable Exception cause) {
        return new OperatorError(
                ExitCode.FAILED,
                file + " can't be read",
                "build it again with `mvn -DskipTests package`",
                cause);
    }
}
