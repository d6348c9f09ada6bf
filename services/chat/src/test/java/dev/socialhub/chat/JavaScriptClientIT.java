package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The official JavaScript client, as browsers have it. Needs node and npm, and the packages of
 * {@code src/test/npm}, which npm fetches unless it has them.
 */
class JavaScriptClientIT {

    private static final Path SOURCE = Path.of("src/test/npm");
    private static final Path FOLDER = Path.of("target/npm");

    @Test
    void upgradesIsAnsweredAndContinuesAfterABreak() throws Exception {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "client.mjs")) {
            Files.copy(
                    SOURCE.resolve(file),
                    FOLDER.resolve(file),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Run install = run(needed("npm"), "ci", "--prefer-offline", "--no-audit", "--no-fund");
        if (install.status() != 0) {
            missing("npm can't fetch the packages of the client: " + install.output());
        }
        try (RunningChat chat = RunningChat.start(Map.of())) {
            Run client =
                    run(
                            needed("node"),
                            "client.mjs",
                            chat.address().toString(),
                            chat.newUser().token());

            assertThat(client.output().lines())
                    .containsExactly("upgraded", "answered", "recovered", "refused");
            assertThat(client.status()).isZero();
        }
    }

    private record Run(int status, String output) {}

    private static Run run(String... command) throws IOException, InterruptedException {
        File output = FOLDER.resolve("output.txt").toFile();
        Process process =
                new ProcessBuilder(command)
                        .directory(FOLDER.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Run(
                process.waitFor(), Files.readString(output.toPath(), StandardCharsets.UTF_8));
    }

    private static String needed(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> missing(program + " isn't installed, which this test needs"));
    }

    /** Skips the test, or fails where all tools are required. */
    private static String missing(String what) {
        return Boolean.parseBoolean(System.getenv("SOCIALHUB_REQUIRE_TOOLS"))
                ? fail(what)
                : abort(what);
    }
}
