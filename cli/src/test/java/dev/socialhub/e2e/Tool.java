package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A program that a test needs and a machine may lack. Without it the test is skipped; where {@code
 * SOCIALHUB_REQUIRE_TOOLS=true} it fails, so that nothing is skipped unnoticed.
 */
final class Tool {

    private static final String REQUIRED = "SOCIALHUB_REQUIRE_TOOLS";

    private Tool() {}

    /** The path of the program. */
    static Path needed(String program) {
        Optional<Path> found =
                Arrays.stream(System.getenv("PATH").split(":"))
                        .map(folder -> Path.of(folder, program))
                        .filter(Files::isExecutable)
                        .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        String missing = program + " isn't installed, which this test needs";
        return Boolean.parseBoolean(System.getenv(REQUIRED))
                ? fail(missing + " and " + REQUIRED + " demands")
                : abort(missing);
    }
}
