package dev.socialhub.posts.media.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoverFormsTest {

    private final MovableClock clock = new MovableClock(Instant.now());

    @TempDir private Path folder;

    @Test
    void deletesOldFormsAndNothingElse() throws IOException {
        Path form = Files.createTempDirectory(folder, ReadForm.PREFIX);
        Files.writeString(form.resolve("file-0"), "x");
        Path other = Files.writeString(folder.resolve("other"), "x");
        LeftoverForms leftovers = new LeftoverForms(folder.toString(), clock);

        leftovers.delete();
        assertThat(form).exists();

        clock.advance(Duration.ofHours(25));
        leftovers.delete();
        assertThat(form).doesNotExist();
        assertThat(other).exists();
    }
}
