package dev.socialhub.cli.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SupportBundleTest {
    private static final String KEY = "canary+Key/of32Bytes==";
    private static final String PASSWORD = "canary-password";
    private static final String EXPORTED = "canary-exported-token";
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl";

    @TempDir Path folder;

    private final CapturedTerminal terminal = CapturedTerminal.plain();
    private HomeFolder home;
    private Path bundle;

    @BeforeEach
    void plantSecrets() throws IOException {
        home = new HomeFolder(folder.resolve("home"));
        bundle = folder.resolve("bundle.tar.gz");
        Files.createDirectories(home.logs());
        Files.createDirectories(home.run());
        Files.writeString(
                home.secrets(),
                "# made once\nSERVICE_TOKEN_KEY=" + KEY + "\nPW=" + PASSWORD + "\n");
        Files.writeString(home.ports(), "{\"version\":1,\"ports\":{\"gateway\":18080}}");
        Files.writeString(
                home.log("posts"),
                "{\"message\":\"key is %s\"}%n{\"message\":\"Bearer %s\"}%n".formatted(KEY, TOKEN));
        Files.writeString(
                home.output("kafka"),
                "connecting to redis://me:%s@host with %s%n"
                        .formatted(PASSWORD, "canary%2BKey%2Fof32Bytes%3D%3D"));
    }

    @Test
    void containsTheToolsOutputAndTheLogs() throws IOException {
        assertThat(run(this::say)).isZero();
        Map<String, String> contents = contents();
        assertThat(contents)
                .containsKeys(
                        "socialhub-support/version.txt",
                        "socialhub-support/status.txt",
                        "socialhub-support/doctor.txt",
                        "socialhub-support/verify.txt",
                        "socialhub-support/config.txt",
                        "socialhub-support/ports.json",
                        "socialhub-support/logs/posts.log",
                        "socialhub-support/logs/kafka.out");
        assertThat(contents.get("socialhub-support/verify.txt"))
                .contains("verify --stage 3 --context local", "exit code 3");
        assertThat(terminal.out()).contains("logs/posts.log").contains("SIZE");
    }

    @Test
    void holdsNoSecretWhereverItWasFound() throws IOException {
        run(this::say);
        String all = contents().toString();
        assertThat(all)
                .contains("********")
                .doesNotContain("canary")
                .doesNotContain(TOKEN)
                .doesNotContain("secrets.env");
        assertThat(terminal.err()).contains("places masked");
    }

    @Test
    void aSecretIsNotFoundWhereALongLogWasCut() throws IOException {
        String line = "x".repeat(100) + " " + PASSWORD + "\n";
        Files.writeString(home.log("posts"), line.repeat(2 * (1 << 20) / line.length() + 10));
        run(this::say);
        String log = contents().getOrDefault("socialhub-support/logs/posts.log", "");
        assertThat(log).startsWith("xxx").hasSizeLessThanOrEqualTo(1 << 20);
        assertThat(log.lines().distinct()).hasSize(1);
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        run(this::say);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bundle)))
                .isEqualTo("rw-------");
    }

    @Test
    void overwritesNothingAndLeavesNoIncompleteFile() throws IOException {
        Files.writeString(bundle, "precious");
        assertThatThrownBy(() -> run(this::say))
                .isInstanceOfSatisfying(
                        OperatorError.class, error -> assertThat(error.exitCode()).isEqualTo(5));
        assertThat(bundle).hasContent("precious");
        Files.delete(bundle);
        assertThatThrownBy(() ->
                        run((_, _) -> {
                            throw new IllegalStateException("broken");
                        }))
                .hasMessage("broken");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("home");
        }
    }

    private int say(Terminal to, String... words) {
        to.out().println("ran " + String.join(" ", words) + " with " + KEY);
        to.err().println("exported " + EXPORTED);
        return 3;
    }

    private int run(Tool tool) throws IOException {
        Installation installation =
                new Installation(
                        folder.resolve("dist"),
                        home,
                        folder.resolve("java"),
                        Map.of("GITHUB_TOKEN", EXPORTED, "LANG", "C"));
        SupportBundle command = new SupportBundle(installation, terminal.terminal(), tool);
        new CommandLine(command).parseArgs(bundle.toString(), "--log-megabytes", "1");
        return command.call();
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(bundle)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                assertThat(entry.getMode() & 0777).isEqualTo(0600);
                contents.put(
                        entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return contents;
    }
}
