package dev.socialhub.loadtest.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HashProbeTest {

    private static final Path AUTH =
            Path.of("../services/auth/src/main/java/dev/socialhub/auth/password/Argon2id.java");

    @Test
    void hashesAsAuthDoes() throws IOException {
        assertThat(HashProbe.PASSES).isEqualTo(2);
        assertThat(HashProbe.MEMORY_BYTES).isEqualTo(19 * 1024 * 1024);
        assertThat(Files.readString(AUTH))
                .contains("PASSES = 2;")
                .contains("MEMORY_BYTES = new NativeLong(19 * 1024 * 1024);");
    }
}
