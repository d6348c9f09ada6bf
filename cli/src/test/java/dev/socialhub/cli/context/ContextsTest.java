package dev.socialhub.cli.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextsTest {
    private static final String STAGING =
            """
            contexts:
              staging:
                gateway: https://social.example.org/
                services:
                  auth: [http://10.0.0.5:5000]
                  posts: [http://10.0.0.6:5001, http://10.0.0.7:5001/]
                kafka:
                  bootstrap.servers: 10.0.0.8:9092
                  security.protocol: SSL
                serviceTokenKeyVariable: STAGING_KEY
            """;

    @TempDir Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void theLocalPlatformIsTheDefault() throws IOException {
        write(STAGING, "rw-------");
        assertThat(contexts(null).chosen()).isEqualTo("local");

        contexts(null).use("staging");
        assertThat(contexts(null).chosen()).isEqualTo("staging");

        environment.put("SOCIALHUB_CONTEXT", "other");
        assertThat(contexts(null).chosen()).isEqualTo("other");
        assertThat(contexts("local").chosen()).isEqualTo("local");
    }

    @Test
    void aContextNamesAllAddresses() throws IOException {
        write(STAGING, "rw-------");
        environment.put("STAGING_KEY", "c2VjcmV0");

        Target target = contexts("staging").target();

        assertThat(target.local()).isFalse();
        assertThat(target.gateway().url()).isEqualTo("https://social.example.org");
        assertThat(target.services().stream().map(Endpoint::name).toList())
                .isEqualTo(List.of("auth", "posts", "posts-2"));
        assertThat(target.instanceOf("posts").url()).isEqualTo("http://10.0.0.6:5001");
        assertThat(target.kafka())
                .containsEntry("bootstrap.servers", "10.0.0.8:9092")
                .containsEntry("security.protocol", "SSL");
        assertThat(target.serviceTokenKey()).isEqualTo("c2VjcmV0");
        assertThat(target.toolState()).startsWithRaw(folder);
    }

    @Test
    void namesMissingPartsOfAContext() throws IOException {
        write(STAGING, "rw-------");
        Target target = contexts("staging").target();

        refuses(ExitCode.FAILED, "set the variable STAGING_KEY", target::serviceTokenKey);
        refuses(ExitCode.NOT_FOUND, "auth, posts", () -> target.instanceOf("chat"));
        refuses(ExitCode.NOT_FOUND, "local, staging", () -> contexts("prod").target());
        refuses(ExitCode.NOT_FOUND, "local, staging", () -> contexts(null).use("prod"));
        assertThat(contexts(null).chosen()).isEqualTo("local");
    }

    @Test
    void aFileThatOtherUsersMayReadIsRefused() throws IOException {
        write(STAGING, "rw-r-----");
        refuses(ExitCode.REFUSED, "chmod 600", () -> contexts("staging").target());
    }

    @Test
    void aMalformedFileIsNamedWithoutItsContent() throws IOException {
        for (String text :
                List.of(
                        "",
                        "[]",
                        "contexts: {a: {gateway: x, tokn: SECRET}}",
                        STAGING.replace("bootstrap.servers", "brokers"),
                        STAGING.replace("[http://10.0.0.5:5000]", "[]"))) {
            write(text, "rw-------");
            OperatorError error =
                    refuses(
                            ExitCode.FAILED,
                            "contexts.yaml is invalid",
                            () -> contexts("staging").target());
            assertThat(error.line()).doesNotContain("SECRET");
        }
    }

    @Test
    void commandsAboutProcessesRequireTheLocalPlatform() throws IOException {
        write(STAGING, "rw-------");
        refuses(
                ExitCode.REFUSED,
                "--context local",
                () -> contexts("staging").requireLocal("socialhubctl down"));
        contexts(null).requireLocal("socialhubctl down");
    }

    private Contexts contexts(@Nullable String option) {
        environment.put("XDG_CONFIG_HOME", folder.toString());
        return new Contexts(
                new Installation(
                        folder, new HomeFolder(folder.resolve("home")), folder, environment),
                () -> option);
    }

    private void write(String text, String rights) throws IOException {
        Path file = folder.resolve("socialhub").resolve("contexts.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private static OperatorError refuses(int exitCode, String words, Runnable action) {
        OperatorError[] caught = new OperatorError[1];
        assertThatExceptionOfType(OperatorError.class)
                .isThrownBy(action::run)
                .satisfies(error -> {
                    caught[0] = error;
                    assertThat(error.exitCode()).isEqualTo(exitCode);
                    assertThat(error.line()).contains(words);
                });
        return caught[0];
    }
}
