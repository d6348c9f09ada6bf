package dev.socialhub.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void fileIsForItsOwnerAlone() throws IOException {
        make();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void keysAreThirtyTwoRandomBytesInBase64() {
        Secrets secrets = make();
        for (Secret key :
                Set.of(
                        new Secret("KEY_ENCRYPTION_KEY"),
                        new Secret("REFRESH_TOKEN_KEY"),
                        new Secret("MEDIA_URL_KEY"),
                        Secret.SERVICE_TOKEN_KEY)) {
            assertThat(Base64.getDecoder().decode(secrets.get(key))).hasSize(32);
        }
    }

    @Test
    void everySecretDiffersAndPasswordsNeedNoQuoting() {
        Secrets secrets = make();
        Set<String> values = new HashSet<>();
        for (Secret secret : Secret.ALL) {
            values.add(secrets.get(secret));
            if (secret.name().endsWith("_PASSWORD")) {
                assertThat(secrets.get(secret)).matches("[A-Za-z0-9_-]{43}");
            }
        }
        assertThat(values).hasSameSizeAs(Secret.ALL);
    }

    @Test
    void existingFileIsReadAndNeverOverwritten() throws IOException {
        Secrets first = make();
        byte[] bytes = Files.readAllBytes(file());
        Secrets second = make();
        assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
        for (Secret secret : Secret.ALL) {
            assertThat(second.get(secret)).isEqualTo(first.get(secret));
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void newOnesNeverReplaceThoseThatAnotherToolHasStoredMeanwhile() throws IOException {
        Secrets late = Secrets.readOrMake(file(), new SecureRandom());
        make();
        byte[] bytes = Files.readAllBytes(file());
        assertThatThrownBy(() -> late.store(file()))
                .isInstanceOfSatisfying(
                        OperatorError.class, error -> assertThat(error.exitCode()).isEqualTo(5));
        assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
    }

    @Test
    void refusesToInventASecretThatTheFileLacks() throws IOException {
        make();
        String text = Files.readString(file());
        String shortened = text.replaceAll("SERVICE_TOKEN_KEY=.*\n", "");
        Files.writeString(file(), shortened);
        assertThatThrownBy(this::make)
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("lacks SERVICE_TOKEN_KEY");
        assertThat(Files.readString(file())).isEqualTo(shortened);
    }

    @Test
    void neverShowsItsValues() {
        Secrets secrets = make();
        assertThat(secrets.toString()).doesNotContain(secrets.get(Secret.SERVICE_TOKEN_KEY));
    }

    private Path file() {
        return folder.resolve("secrets.env");
    }

    private Secrets make() {
        Secrets secrets = Secrets.readOrMake(file(), new SecureRandom());
        secrets.store(file());
        return secrets;
    }
}
