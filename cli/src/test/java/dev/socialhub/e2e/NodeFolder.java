package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of a folder with programs for Node, with the packages that its lock file names. */
final class NodeFolder {

    private final Path folder;

    private NodeFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies the folder to {@code cli/target} and installs its packages.
     *
     * @param source below the root of the project
     */
    static NodeFolder of(PlatformUnderTest platform, String source)
            throws IOException, InterruptedException {
        Path from = platform.root().resolve(source);
        Path folder = Path.of("target", "node", from.getFileName().toString());
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        NodeFolder copy = new NodeFolder(folder);
        Process install = copy.start(Tool.needed("npm"), Map.of(), "ci", "--no-audit", "--no-fund");
        String output = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(install.waitFor()).as("npm ci: %s", output).isZero();
        return copy;
    }

    /** Adds a program. */
    void write(String file, String program) throws IOException {
        Files.writeString(folder.resolve(file), program);
    }

    /** Starts a program; its errors come with its output. */
    Process node(Map<String, String> environment, String... arguments) throws IOException {
        return start(Tool.needed("node"), environment, arguments);
    }

    private Process start(Path program, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
