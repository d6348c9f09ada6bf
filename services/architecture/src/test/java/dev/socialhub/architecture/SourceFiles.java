package dev.socialhub.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The project's own Java files and documents. */
final class SourceFiles {

    static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

    private SourceFiles() {}

    static List<Path> all() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new Collector(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final List<Path> files;

        Collector(List<Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".java") || name.endsWith(".md")) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
