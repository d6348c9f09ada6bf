package dev.socialhub.shared.budget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Counts lines that do something: neither blank nor comment, nor package or import. */
final class LinesOfCode {

    private LinesOfCode() {}

    /** In all Java files below a folder. */
    static int below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            int sum = 0;
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                sum += in(Files.readAllLines(file));
            }
            return sum;
        }
    }

    /** In one file. */
    static int in(List<String> lines) {
        int code = 0;
        boolean comment = false;
        for (String line : lines) {
            String text = line.strip();
            boolean begins = text.startsWith("/*");
            if (!comment && !begins && isCode(text)) {
                code++;
            }
            comment = (comment || begins) && !text.endsWith("*/");
        }
        return code;
    }

    private static boolean isCode(String text) {
        return !text.isEmpty()
                && !text.startsWith("//")
                && !text.startsWith("import ")
                && !text.startsWith("package ");
    }
}
