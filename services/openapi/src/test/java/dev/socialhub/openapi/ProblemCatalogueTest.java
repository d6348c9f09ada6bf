package dev.socialhub.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemCatalogueTest {

    /** Where a type of problem is made, with a status that is not a variable. */
    private static final Pattern MADE =
            Pattern.compile(
                    "(?:new"
                            + " ProblemType|\\bof)\\(\\s*\"([a-z-]+)\",\\s*\"([^\"]+)\",\\s*(\\d{3})\\)");

    @Test
    void hasEveryTypeOfProblemThatTheCodeHasAndNoOther() throws IOException {
        List<String> catalogue =
                ProblemCatalogue.read().entries().stream()
                        .map(entry -> entry.slug() + ", " + entry.title() + ", " + entry.status())
                        .toList();
        assertThat(catalogue).containsExactlyInAnyOrderElementsOf(inCode());
    }

    private static List<String> inCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(Files::isRegularFile)
                    .flatMap(ProblemCatalogueTest::made)
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> made(Path file) {
        try {
            return MADE.matcher(Files.readString(file))
                    .results()
                    .map(made ->
                            "%s, %s, %s".formatted(made.group(1), made.group(2), made.group(3)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
