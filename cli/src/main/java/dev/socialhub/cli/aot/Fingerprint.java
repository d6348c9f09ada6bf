package dev.socialhub.cli.aot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Everything that a start-up cache depends on, as one short text: the JVM, its options, and each
 * file of the class path with its size and time, by which the JVM itself recognises them.
 */
final class Fingerprint {
    private static final int CHARACTERS = 32;

    private Fingerprint() {}

    /**
     * @param built the same jar where the last build has left it, beside its libraries
     * @throws IOException if a file is missing
     */
    static String of(JvmCommand command, Path built) throws IOException {
        StringBuilder text = new StringBuilder();
        Path modules = command.java().resolveSibling("../lib/modules").normalize();
        text.append(command.java()).append(' ').append(sizeAndTime(modules)).append('\n');
        command.options().forEach(option -> text.append(option).append('\n'));
        text.append(command.jar()).append(' ').append(sizeAndTime(built)).append('\n');
        for (String library : libraries(built)) {
            Path file = built.resolveSibling(library);
            text.append(library).append(' ').append(sizeAndTime(file)).append('\n');
        }
        return digest(text.toString());
    }

    private static List<String> libraries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String names =
                    manifest == null
                            ? null
                            : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return Stream.of(names == null ? new String[0] : names.split(" "))
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }

    private static String sizeAndTime(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.size() + " " + attributes.lastModifiedTime().toMillis();
    }

    private static String digest(String text) {
        try {
            byte[] whole =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole).substring(0, CHARACTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
