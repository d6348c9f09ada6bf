package dev.socialhub.ops.schema.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A migration that names a schema would work on the service's tables while they are checked. */
class MigrationsTest {

    private static final Path SERVICES = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern NAMES_A_SCHEMA =
            Pattern.compile(
                    "\\bpublic\\s*\\.|\\b(create|drop|alter)\\s+(schema|extension)\\b|\\bsearch_path\\b",
                    Pattern.CASE_INSENSITIVE);

    @Test
    void nameNoSchema() throws IOException {
        List<Path> migrations = migrations();

        assertThat(migrations).hasSizeGreaterThan(3);
        for (Path migration : migrations) {
            assertThat(Files.readString(migration))
                    .as(migration.toString())
                    .doesNotContainPattern(NAMES_A_SCHEMA);
        }
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.walk(SERVICES)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> file.toString().contains("src/main/resources/db/"))
                    .toList();
        }
    }
}
